package org.caravansms.config;

/** The settings {@code sms.events.*}. */
public record EventSettings(boolean attachMessages) {}
