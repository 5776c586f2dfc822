package org.caravansms.message;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change of a message. {@code sms.events} publishes it in the JMS transaction that caused it.
 *
 * @param type what happened
 * @param at when it happened
 * @param messageId {@link SmsMessage#id()} or {@link InboundMessage#id()}, empty while the message is not known
 * @param source how the message came, null where that is not known and for messages from handsets
 * @param provider the SMSC connection, or empty
 * @param reason why, for people, without text and number; or empty
 * @param parts the parts that an SMSC has accepted so far, from 1 on, each with its message_id
 * @param state the message's new state, in an event of the store; or null
 * @param error the network's code in the receipt by which the message has this state, as the SMSC wrote it; or empty
 * @param submittedAt when an SMSC had accepted all parts, in a later event; or null
 * @param subject the whole message or receipt, or null
 */
public record Event(
        EventType type,
        Instant at,
        String messageId,
        Source source,
        String provider,
        String reason,
        SortedMap<Integer, String> parts,
        MessageState state,
        String error,
        Instant submittedAt,
        Subject subject) {

    /** The whole message or receipt of an event. */
    public sealed interface Subject permits SmsMessage, Receipt, InboundPart, InboundMessage {}

    public Event {
        parts = parts.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** With the fields that every event has. */
    public static Event of(EventType type, Instant at, String messageId, String provider) {
        return new Event(type, at, messageId, null, provider, "", Collections.emptySortedMap(), null, "", null, null);
    }

    /** The gateway accepted a message. */
    public static Event accepted(SmsMessage message) {
        return of(EventType.ACCEPTED, message.acceptedAt(), message.id(), "").with(message);
    }

    /** An SMSC sent a receipt. */
    public static Event receipt(Instant at, String provider, Receipt receipt) {
        return of(EventType.RECEIPT, at, "", provider).with(receipt);
    }

    /** An SMSC delivered a message, or a part of one. */
    public static Event part(Instant at, String provider, InboundPart part) {
        return of(EventType.PART, at, "", provider).with(part);
    }

    public Event from(Source way) {
        return new Event(type, at, messageId, way, provider, reason, parts, state, error, submittedAt, subject);
    }

    public Event because(String why) {
        return new Event(type, at, messageId, source, provider, why, parts, state, error, submittedAt, subject);
    }

    public Event with(SortedMap<Integer, String> accepted) {
        return new Event(type, at, messageId, source, provider, reason, accepted, state, error, submittedAt, subject);
    }

    public Event with(MessageState now) {
        return new Event(type, at, messageId, source, provider, reason, parts, now, error, submittedAt, subject);
    }

    /** @param code the network's, or empty */
    public Event withError(String code) {
        return new Event(type, at, messageId, source, provider, reason, parts, state, code, submittedAt, subject);
    }

    /** Of a message, the event has its source, too. */
    public Event with(Subject whole) {
        Source from = whole instanceof SmsMessage message ? message.source() : source;
        return new Event(type, at, messageId, from, provider, reason, parts, state, error, submittedAt, whole);
    }

    public Event submitted(Instant then) {
        return new Event(type, at, messageId, source, provider, reason, parts, state, error, then, subject);
    }

    /** @return a name that a repeated event has again; with the state, as a millisecond may have two receipts */
    public String name() {
        return type + "-" + messageId + "-" + at.toEpochMilli() + (state == null ? "" : "-" + state.code());
    }

    /** @return the whole message, or null */
    public SmsMessage message() {
        return subject instanceof SmsMessage message ? message : null;
    }

    /** Leaves texts and numbers out. */
    @Override
    public String toString() {
        return "Event[" + type + " " + messageId + " " + at + "]";
    }
}
