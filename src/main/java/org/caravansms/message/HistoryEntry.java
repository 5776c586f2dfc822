package org.caravansms.message;

import java.time.Instant;

/**
 * An entry in the history of a message.
 *
 * @param at when
 * @param what the name of an {@link EventType}, or of one and a {@link DeliveryState}: {@code receipt delivered}
 * @param provider the SMSC connection, or empty
 * @param detail SMSC ids, codes, reasons; no text, no number; may be empty
 */
public record HistoryEntry(Instant at, String what, String provider, String detail) {}
