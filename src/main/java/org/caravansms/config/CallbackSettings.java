package org.caravansms.config;

import java.time.Duration;

/** The settings {@code sms.callback.*}. */
public record CallbackSettings(
        String hosts,
        String ports,
        boolean privateNetworks,
        int connections,
        Duration timeout,
        Duration retryDelay,
        Duration retryMax,
        int attempts) {}
