package org.caravansms.config;

import java.time.Duration;

/** The settings {@code sms.client-ids.*}. */
public record ClientIdSettings(Duration retention) {}
