package org.caravansms.queue;

import java.util.Map;
import org.caravansms.message.Event;

/**
 * A JMS text message to be: what the producer of {@code jms-batch} takes.
 *
 * @param body the text
 * @param properties JMS properties; their names begin with {@code Sms}
 * @param delivery to which queue, from when and until when
 * @param copyTo a queue that gets a copy at once in the same transaction, or null
 * @param event what is published in the same transaction, of a message of which the body tells in full; or null
 */
public record QueuedText(String body, Map<String, Object> properties, Delivery delivery, String copyTo, Event event) {

    public QueuedText(String body, Map<String, Object> properties, Delivery delivery, String copyTo) {
        this(body, properties, delivery, copyTo, null);
    }

    public QueuedText(String body, Map<String, Object> properties) {
        this(body, properties, Delivery.USUAL, null);
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
