package org.caravansms.message;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change in the life of a message, as {@code sms.events} publishes it in the JMS transaction that caused it.
 *
 * @param type what happened
 * @param at when it happened
 * @param messageId {@link SmsMessage#id()} or {@link InboundMessage#id()}, empty while nobody knows whose it is
 * @param provider the SMSC connection, empty when none had a part in it
 * @param reason why, for people, without text and number; empty when there is nothing to say
 * @param parts the parts that an SMSC has taken by then, from 1 on, and its message_id for each
 * @param state what the message's state is now, where the store says so, else null
 * @param submittedAt when an SMSC had all of the message, where a later event knows it, else null
 * @param subject what it tells of in full, or null
 */
public record Event(
        EventType type,
        Instant at,
        String messageId,
        String provider,
        String reason,
        SortedMap<Integer, String> parts,
        MessageState state,
        Instant submittedAt,
        EventSubject subject) {

    public Event {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(reason, "reason");
        parts = parts.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** With nothing but what everything has. */
    public static Event of(EventType type, Instant at, String messageId, String provider) {
        return new Event(type, at, messageId, provider, "", Collections.emptySortedMap(), null, null, null);
    }

    /** The gateway took a message. */
    public static Event accepted(SmsMessage message) {
        return of(EventType.ACCEPTED, message.acceptedAt(), message.id(), "").with(message);
    }

    /** An SMSC told what became of something. */
    public static Event receipt(Instant at, String provider, Receipt receipt) {
        return of(EventType.RECEIPT, at, "", provider).with(receipt);
    }

    /** An SMSC delivered a message, or a part of one. */
    public static Event part(Instant at, String provider, InboundPart part) {
        return of(EventType.PART, at, "", provider).with(part);
    }

    public Event because(String why) {
        return new Event(type, at, messageId, provider, why, parts, state, submittedAt, subject);
    }

    public Event with(SortedMap<Integer, String> accepted) {
        return new Event(type, at, messageId, provider, reason, accepted, state, submittedAt, subject);
    }

    public Event with(MessageState now) {
        return new Event(type, at, messageId, provider, reason, parts, now, submittedAt, subject);
    }

    public Event with(EventSubject whole) {
        return new Event(type, at, messageId, provider, reason, parts, state, submittedAt, whole);
    }

    public Event submitted(Instant then) {
        return new Event(type, at, messageId, provider, reason, parts, state, then, subject);
    }

    /** @return what the same event is called wherever and however often it is told; a millisecond may have two receipts */
    public String name() {
        return type + "-" + messageId + "-" + at.toEpochMilli() + (state == null ? "" : "-" + state.code());
    }

    /** @return the message that it tells of in full, or null */
    public SmsMessage message() {
        return subject instanceof SmsMessage message ? message : null;
    }

    /** Leaves texts and numbers out. */
    @Override
    public String toString() {
        return "Event[" + type + " " + messageId + " " + at + "]";
    }
}
