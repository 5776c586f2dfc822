package org.caravansms.message;

/** What an {@link Event} may tell of in full. */
public sealed interface EventSubject permits SmsMessage, Receipt, InboundPart, InboundMessage {}
