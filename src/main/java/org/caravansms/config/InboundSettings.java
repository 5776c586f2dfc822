package org.caravansms.config;

import java.time.Duration;

/** The settings {@code sms.inbound.*}. */
public record InboundSettings(
        String user, String rulesFile, Duration retryDelay, Duration retryMax, int attempts, Duration parts) {}
