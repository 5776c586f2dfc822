package org.caravansms.message;

/** The whole message or receipt of an {@link Event}. */
public sealed interface EventSubject permits SmsMessage, Receipt, InboundPart, InboundMessage {}
