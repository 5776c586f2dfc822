package org.caravansms.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.caravansms.config.BrokerSettings;
import org.caravansms.config.GatewaySettings;

/**
 * Sees whether the gateway can listen where its settings say.
 *
 * @param runs whether a gateway uses the data directory now: what is in use then is its own
 */
record PortChecks(GatewaySettings settings, boolean runs) {

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (settings.http().enabled()) {
            findings.add(
                    port("sms.http", settings.http().host(), settings.http().port()));
        }
        if (settings.https().enabled()) {
            findings.add(
                    port("sms.https", settings.https().host(), settings.https().port()));
        }
        if (settings.smppServer().enabled()) {
            findings.add(port(
                    "sms.smpp-server",
                    settings.smppServer().host(),
                    settings.smppServer().port()));
        }
        if (settings.smppServer().tls()) {
            findings.add(port(
                    "sms.smpp-server.tls-port",
                    settings.smppServer().host(),
                    settings.smppServer().tlsPort()));
        }
        for (BrokerSettings.ListenAddress address : settings.broker().addresses()) {
            findings.add(port("sms.broker.listen", address.host(), address.port()));
        }
        return findings;
    }

    private Finding port(String setting, String host, int port) {
        String subject = "port " + port;
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            return runs
                    ? Finding.warning(
                            subject,
                            "the running gateway does not listen there, as " + setting + " has it",
                            "restart it: the setting was changed since its start")
                    : Finding.ok(subject, "free for " + setting);
        } catch (IOException e) {
            return runs
                    ? Finding.ok(subject, "in use, by the running gateway as " + setting + " has it")
                    : Finding.wrong(
                            subject,
                            "cannot be used on " + host + " for " + setting + ": " + e.getMessage(),
                            "stop the program that has it (ss -ltnp), or set another port");
        }
    }
}
