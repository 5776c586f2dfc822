package org.caravansms.message;

import java.util.Locale;

/** The type of an {@link Event}. Its name on {@code sms.events} is in lower case, with hyphens. */
public enum EventType {

    /** The gateway accepted the message: it is on disk. Its {@link Event#subject()} is the message. */
    ACCEPTED,
    /** The SMSC accepted all its parts. */
    SUBMITTED,
    /** The SMSC asked to try again later. */
    DELAYED,
    /** The SMSC may have accepted it; it waits and is then sent again. */
    IN_DOUBT,
    /** The SMSC may have accepted it, and a person decides. */
    HELD,
    /** It could not be sent and is among the dead letters. */
    FAILED,
    /** It expired before it could be sent, and is among the dead letters. */
    EXPIRED,
    /** A person resent it from the dead letters or from the messages in doubt. */
    RESENT,
    /** A person dropped it from there. */
    DROPPED,

    /** An SMSC sent a receipt, not matched with its message yet: a {@link Receipt}. */
    RECEIPT,
    /** An SMSC delivered a message or a part of one, not put together yet: an {@link InboundPart}. */
    PART,

    /** The store matched a receipt: the message's {@link Event#state()} has changed, not for good. */
    UNDER_WAY,
    /** The store matched a receipt: all parts are with the handset. */
    DELIVERED,
    /** The store matched a receipt: the message will not arrive, or its fate is unknown; {@link Event#state()} says why. */
    UNDELIVERED,
    /** The store has a whole message from a handset: an {@link InboundMessage}. */
    RECEIVED;

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Whether the store makes it from other events; the store does not read these itself. */
    public boolean isOfTheStore() {
        return compareTo(UNDER_WAY) >= 0;
    }

    /** @return the name in forms, such as {@code in-doubt} */
    @Override
    public String toString() {
        return text;
    }

    /** @throws IllegalArgumentException for an unknown name */
    public static EventType named(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
