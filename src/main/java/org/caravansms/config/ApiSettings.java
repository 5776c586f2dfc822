package org.caravansms.config;

/** The settings {@code sms.api.*}. */
public record ApiSettings(String usersFile, String defaultOriginator, int maxParts) {}
