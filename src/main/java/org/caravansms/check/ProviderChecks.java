package org.caravansms.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caravansms.config.SettingBlock;
import org.caravansms.provider.ProviderBlock;
import org.caravansms.smsc.ProbeBind;
import org.caravansms.smsc.Provider;

/**
 * Looks up, connects to and binds to each provider.
 *
 * @param reader reads its block of settings
 * @param binds whether it is bound to: that may end another session of the same login
 * @param simulated the provider whose SMSC starts with the gateway, or null
 */
record ProviderChecks(ProviderBlock reader, boolean binds, String simulated) {

    List<Finding> findings(Map<String, SettingBlock> blocks) {
        List<Finding> findings = new ArrayList<>();
        blocks.forEach((name, block) -> check("provider " + name, block, findings));
        return findings;
    }

    private void check(String subject, SettingBlock block, List<Finding> to) {
        try {
            Provider provider = reader.read(block);
            if (block.name().equals(simulated)) {
                to.add(Finding.ok(subject, "the built-in simulator, which starts with the gateway"));
            } else if (isFound(subject, provider, to) && isConnected(subject, provider, to) && binds) {
                bind(subject, provider, to);
            }
        } catch (IllegalArgumentException e) {
            to.add(Finding.wrong(
                    subject, e.getMessage(), "correct that setting; the gateway does not start the provider"));
        }
    }

    private static boolean isFound(String subject, Provider provider, List<Finding> to) {
        String host = provider.login().host();
        try {
            String addresses = Arrays.stream(InetAddress.getAllByName(host))
                    .map(InetAddress::getHostAddress)
                    .collect(Collectors.joining(", "));
            to.add(Finding.ok(subject, host + " is " + addresses));
            return true;
        } catch (UnknownHostException e) {
            to.add(Finding.wrong(
                    subject, "DNS has no host " + host, "look at sms." + subject.replace(' ', '.') + ".host"));
            return false;
        }
    }

    private static boolean isConnected(String subject, Provider provider, List<Finding> to) {
        String how = provider.tls() == null ? "TCP" : "TLS";
        String address = provider.login().address().toString();
        try {
            ProbeBind.connect(provider);
            to.add(Finding.ok(subject, how + " to " + address + " is connected"));
            return true;
        } catch (IOException e) {
            to.add(Finding.wrong(
                    subject,
                    "no " + how + " to " + address + ": " + reason(e),
                    "ask the provider whether it lets this machine in; look at its port"
                            + (provider.tls() == null ? "" : " and at its certificate")));
            return false;
        }
    }

    private static void bind(String subject, Provider provider, List<Finding> to) {
        try {
            ProbeBind.bind(provider);
            to.add(Finding.ok(subject, "bound as " + provider.login().systemId() + ", and unbound"));
        } catch (IOException e) {
            to.add(Finding.wrong(
                    subject,
                    "the bind was refused: " + reason(e),
                    "look at system-id and password, and at how many sessions the provider allows"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
