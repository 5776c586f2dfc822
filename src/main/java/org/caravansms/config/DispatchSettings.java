package org.caravansms.config;

import java.time.Duration;

/** The settings {@code sms.dispatch.*}. */
public record DispatchSettings(int attempts, Duration retryDelay, Duration delay) {}
