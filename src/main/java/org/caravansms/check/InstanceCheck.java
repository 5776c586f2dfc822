package org.caravansms.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.caravansms.config.GatewaySettings.SimulatorSettings;
import org.caravansms.config.Settings;
import org.caravansms.datadir.DataLock;
import org.caravansms.provider.ProviderBlock;

/**
 * Checks an instance, whether its gateway runs or not. It changes nothing, but binds to each provider unless told not
 * to.
 *
 * @param home the instance, with {@code config/}
 * @param installation has the {@code config/broker.xml} of an instance without one
 * @param binds whether it binds to the providers
 */
public record InstanceCheck(Path home, Path installation, boolean binds) {

    private static final String BROKER = "config/broker.xml";

    /** @param to gets each finding once it is there, as some take seconds */
    public void run(Consumer<Finding> to) {
        Settings settings;
        try {
            settings = Settings.in(home);
        } catch (IllegalArgumentException e) {
            to.accept(Finding.wrong("settings", e.getMessage(), "correct that: the gateway does not start with it"));
            return;
        }
        Path data = home.resolve(settings.typed().dataDir());
        boolean runs = runs(data);
        to.accept(Finding.ok("gateway", runs ? "runs, with the data in " + data : "does not run"));
        new FileChecks(home, settings).findings().forEach(to);
        new PortChecks(settings.typed(), runs).findings().forEach(to);
        Path broker = Files.exists(home.resolve(BROKER)) ? home.resolve(BROKER) : installation.resolve(BROKER);
        new DiskCheck(broker, data).findings().forEach(to);
        ProviderBlock reader = new ProviderBlock(home, settings.typed().queue().outbound(), settings.reservedQueues());
        String simulated = settings.typed().simulator().enabled() ? SimulatorSettings.PROVIDER : null;
        new ProviderChecks(reader, binds, simulated)
                .findings(settings.providerBlocks())
                .forEach(to);
    }

    private static boolean runs(Path data) {
        if (Files.notExists(data)) {
            return false;
        }
        try {
            DataLock.take(data).close();
            return false;
        } catch (IllegalStateException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @return all findings of {@link #run} */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        run(findings::add);
        return findings;
    }
}
