package org.caravansms.message;

import org.slf4j.spi.LoggingEventBuilder;

/**
 * The fields of a line of the log: by which messages, users and binds a log collector finds it. A line has them in its
 * MDC, and only while it is written: {@code LogFields.of(LOG.atWarn(), message).log("…")}. A message without a line
 * costs nothing.
 */
public final class LogFields {

    /** {@link SmsMessage#id()}. */
    public static final String MESSAGE_ID = "messageId";

    /** The user who sent the message or asked for it. */
    public static final String USER = "user";

    /** The name of the SMSC connection, as in {@code sms.provider.<name>}. */
    public static final String PROVIDER = "provider";

    /** The number of the provider's bind, from 1 on. */
    public static final String BIND = "bind";

    private LogFields() {}

    /** @return the line with the message's id and user */
    public static LoggingEventBuilder of(LoggingEventBuilder line, SmsMessage message) {
        return user(messageId(line, message.id()), message.user());
    }

    public static LoggingEventBuilder messageId(LoggingEventBuilder line, Object id) {
        return with(line, MESSAGE_ID, id);
    }

    public static LoggingEventBuilder user(LoggingEventBuilder line, String name) {
        return with(line, USER, name);
    }

    public static LoggingEventBuilder provider(LoggingEventBuilder line, String name) {
        return with(line, PROVIDER, name);
    }

    /** @param number from 1 on; 0 when it is not known */
    public static LoggingEventBuilder bind(LoggingEventBuilder line, String provider, int number) {
        return with(provider(line, provider), BIND, number == 0 ? "" : number);
    }

    /** Leaves out what is not known. */
    private static LoggingEventBuilder with(LoggingEventBuilder line, String field, Object value) {
        return value == null || "".equals(value) ? line : line.addKeyValue(field, value);
    }
}
