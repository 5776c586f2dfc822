package org.caravansms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.HashMap;
import java.util.Map;
import org.caravansms.message.Outcome;

/**
 * Settles the messages of a batch inside its transaction, each by itself: a sent one is gone with the commit, any other
 * one is written again, to where it belongs, by the same commit.
 */
final class Settlement {

    /** One above the usual 4, so that what was put back goes before what waits behind it. */
    private static final int FIRST = 5;

    private final MessageProducer producer;
    private final jakarta.jms.Queue queue;
    private final jakarta.jms.Queue dead;

    Settlement(Session session, String queue, String deadLetterQueue) throws JMSException {
        this.producer = session.createProducer(null);
        this.queue = session.createQueue(queue);
        this.dead = session.createQueue(deadLetterQueue == null ? queue + ".dead" : deadLetterQueue);
    }

    void settle(Message message, Outcome outcome) throws JMSException {
        if (outcome instanceof Outcome.PutBack back) {
            putBack(message, back);
        } else if (outcome instanceof Outcome.Later later) {
            sendLater(message, later);
        } else if (outcome instanceof Outcome.Failed failed) {
            bury(message, failed);
        }
    }

    private void putBack(Message message, Outcome.PutBack back) throws JMSException {
        if (back.inDoubt()) {
            set(message, JmsBatchEndpoint.IN_DOUBT, count(message, JmsBatchEndpoint.IN_DOUBT) + 1);
        }
        send(queue, message, Math.max(FIRST, message.getJMSPriority()), 0);
    }

    private void sendLater(Message message, Outcome.Later later) throws JMSException {
        set(message, JmsBatchEndpoint.ATTEMPTS, count(message, JmsBatchEndpoint.ATTEMPTS) + 1);
        send(queue, message, message.getJMSPriority(), later.delay().toMillis());
    }

    private void bury(Message message, Outcome.Failed failed) throws JMSException {
        set(message, JmsBatchEndpoint.REASON, failed.reason());
        send(dead, message, message.getJMSPriority(), 0);
    }

    private void send(jakarta.jms.Queue to, Message message, int priority, long delayMillis) throws JMSException {
        producer.setDeliveryDelay(delayMillis);
        producer.send(to, message, message.getJMSDeliveryMode(), priority, 0);
    }

    private static int count(Message message, String property) throws JMSException {
        return message.propertyExists(property) ? message.getIntProperty(property) : 0;
    }

    /** A received message's properties are read-only until all of them are cleared. */
    private static void set(Message message, String name, Object value) throws JMSException {
        Map<String, Object> properties = new HashMap<>();
        for (String property : ReceivedMessage.names(message)) {
            properties.put(property, message.getObjectProperty(property));
        }
        properties.put(name, value);
        message.clearProperties();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            if (!property.getKey().startsWith("JMSX")) {
                message.setObjectProperty(property.getKey(), property.getValue());
            }
        }
    }
}
