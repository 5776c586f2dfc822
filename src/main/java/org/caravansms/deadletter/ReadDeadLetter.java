package org.caravansms.deadletter;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.SmsMessage;
import org.caravansms.queue.MessageJson;
import org.caravansms.queue.UnreadableMessageException;

/**
 * Reads a message that was taken out of the flow, perhaps because its body cannot be read.
 *
 * @param due the prefix of the queues of SMPP clients: what comes from there is no message of the gateway
 */
record ReadDeadLetter(MessageJson form, String due) {

    /** Artemis's own property: when a message expired, milliseconds since 1970. */
    private static final String EXPIRED_AT = "_AMQ_ACTUAL_EXPIRY";

    /** The same: where. */
    private static final String EXPIRED_ON = "_AMQ_ORIG_ADDRESS";

    /** Characters that need no escape in a command line, a selector or a log line. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    DeadLetter read(Message message) throws JMSException {
        SmsMessage body = message(message);
        String reason = text(message, MessageProperties.REASON);
        boolean expired = message.propertyExists(EXPIRED_AT);
        String provider = text(message, MessageProperties.PROVIDER);
        return new DeadLetter(
                key(message),
                since(message),
                body == null ? user(message) : body.user(),
                body == null ? "" : body.recipient(),
                provider.isEmpty() && body != null ? body.provider() : provider,
                reason.isEmpty() && expired ? "expired in the queue" : reason,
                expired,
                number(message, MessageProperties.IN_DOUBT).intValue(),
                message.propertyExists(MessageProperties.REST)
                        ? since(message)
                                .plusMillis(
                                        number(message, MessageProperties.REST).longValue())
                        : null,
                body == null ? null : body.options().validUntil());
    }

    private String user(Message message) throws JMSException {
        String user = text(message, MessageProperties.USER);
        return user.isEmpty() ? client(message, due) : user;
    }

    /** @return the user whose queue it was on; empty for another queue */
    static String client(Message message, String due) throws JMSException {
        String expired = text(message, EXPIRED_ON);
        String queue = expired.isEmpty() ? text(message, MessageProperties.QUEUE) : expired;
        return message instanceof TextMessage && queue.startsWith(due + ".") ? queue.substring(due.length() + 1) : "";
    }

    private static String key(Message message) throws JMSException {
        String id = text(message, MessageProperties.ID);
        return KEY.matcher(id).matches() ? id : Objects.requireNonNullElse(message.getJMSMessageID(), "");
    }

    private static Instant since(Message message) throws JMSException {
        for (String name : new String[] {MessageProperties.SINCE, EXPIRED_AT}) {
            if (message.getObjectProperty(name) instanceof Long millis) {
                return Instant.ofEpochMilli(millis);
            }
        }
        return Instant.ofEpochMilli(message.getJMSTimestamp());
    }

    private SmsMessage message(Message message) throws JMSException {
        try {
            return form.read(body(message));
        } catch (UnreadableMessageException e) {
            return null;
        }
    }

    /** @return null when it is no text message */
    static String body(Message message) throws JMSException {
        return message instanceof TextMessage text ? text.getText() : null;
    }

    private static Number number(Message message, String property) throws JMSException {
        return message.getObjectProperty(property) instanceof Number number ? number : 0;
    }

    static String text(Message message, String property) throws JMSException {
        return message.getObjectProperty(property) instanceof String text ? text : "";
    }
}
