package org.caravansms.config;

import java.time.Duration;

/** The settings {@code sms.simulator.*}. */
public record SimulatorSettings(boolean enabled, Duration latency) {

    /** The block at whose address the simulator listens; it ships, and has the settings that there are and their defaults. */
    public static final String PROVIDER = "sandbox";
}
