package org.caravansms.config;

/** The settings {@code sms.node.*}. */
public record NodeSettings(int number, int count) {}
