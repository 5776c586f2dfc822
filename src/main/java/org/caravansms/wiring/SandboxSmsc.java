package org.caravansms.wiring;

import java.io.IOException;
import java.util.Map;
import org.caravansms.config.GatewaySettings.SimulatorSettings;
import org.caravansms.config.SettingBlock;
import org.caravansms.provider.ProviderBlock;
import org.caravansms.simulator.Simulator;
import org.caravansms.simulator.SimulatorOptions;
import org.caravansms.smsc.Login;

/** The SMSC simulator within the gateway, at the address of the provider {@code sandbox}. */
final class SandboxSmsc {

    private final Simulator simulator;

    /** Null when it is switched off, or when the block is wrong, which is reported when the provider is made. */
    SandboxSmsc(SimulatorSettings settings, ProviderBlock reader, Map<String, SettingBlock> blocks) {
        this.simulator =
                settings.enabled() ? simulator(settings, reader, blocks.get(SimulatorSettings.PROVIDER)) : null;
    }

    private static Simulator simulator(SimulatorSettings settings, ProviderBlock reader, SettingBlock block) {
        try {
            Login login = reader.read(block).login();
            return new Simulator(SimulatorOptions.defaults()
                    .withHost(login.host())
                    .withPort(login.port())
                    .withLatencyMillis(settings.latency().toMillis()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    void start() throws IOException {
        if (simulator != null) {
            simulator.start();
        }
    }

    void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
