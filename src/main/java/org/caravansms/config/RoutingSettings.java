package org.caravansms.config;

/** The settings {@code sms.routing.*}. */
public record RoutingSettings(String rulesFile, String defaultCountry) {}
