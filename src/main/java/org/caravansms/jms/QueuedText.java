package org.caravansms.jms;

import java.util.Map;

/**
 * A JMS message with a text for the producer of {@code jms-batch}.
 *
 * @param body the text
 * @param properties JMS properties
 * @param delivery queue, priority, delivery time and expiry
 * @param copyTo a queue that gets a copy at once in the same transaction, or null
 * @param octets whether it is a bytes message, with the text in UTF-8
 * @param event what the settlement publishes of it, or null
 */
public record QueuedText(
        String body,
        Map<String, Object> properties,
        JmsDelivery delivery,
        String copyTo,
        boolean octets,
        Object event) {

    public QueuedText(String body, Map<String, Object> properties, JmsDelivery delivery, String copyTo) {
        this(body, properties, delivery, copyTo, false, null);
    }

    public QueuedText(String body, Map<String, Object> properties) {
        this(body, properties, JmsDelivery.USUAL, null);
    }

    public QueuedText {
        properties = Map.copyOf(properties);
    }

    /** Leaves the body out: it has a text and a phone number. */
    @Override
    public String toString() {
        return "QueuedText" + properties;
    }
}
