package org.caravansms.jms;

import java.util.Map;

/**
 * A JMS text message to be: what the producer of {@code jms-batch} takes.
 *
 * @param body the text
 * @param properties JMS properties
 * @param delivery to which queue, from when and until when
 * @param copyTo a queue that gets a copy at once in the same transaction, or null
 * @param event the settlement gets it with the message once that is sent; or null
 */
public record QueuedText(
        String body, Map<String, Object> properties, JmsDelivery delivery, String copyTo, Object event) {

    public QueuedText(String body, Map<String, Object> properties, JmsDelivery delivery, String copyTo) {
        this(body, properties, delivery, copyTo, null);
    }

    public QueuedText(String body, Map<String, Object> properties) {
        this(body, properties, JmsDelivery.USUAL, null);
    }

    public QueuedText {
        properties = Map.copyOf(properties);
    }

    /** Leaves the body out: it has the text and the number. */
    @Override
    public String toString() {
        return "QueuedText" + properties;
    }
}
