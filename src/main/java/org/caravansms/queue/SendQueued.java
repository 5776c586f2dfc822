package org.caravansms.queue;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.Map;

/** Writes messages inside a session's transaction, each where it belongs. */
public final class SendQueued {

    private final Session session;
    private final Producers producers;

    public SendQueued(Session session) {
        this.session = session;
        this.producers = new Producers(session);
    }

    /**
     * The copy goes first: once a message has a delivery time it keeps it.
     *
     * @param queue where it goes when it names no other
     */
    void send(QueuedText message, String queue) throws JMSException {
        TextMessage text = text(message);
        if (message.copyTo() != null) {
            producers.of(message.copyTo()).send(text);
        }
        send(producers.of(destination(message, queue)), text, message.delivery());
    }

    static String destination(QueuedText message, String queue) {
        return message.delivery().queue() == null ? queue : message.delivery().queue();
    }

    private static void send(MessageProducer to, TextMessage text, Delivery delivery) throws JMSException {
        if (delivery.isPlain()) {
            to.send(text);
            return;
        }
        long now = System.currentTimeMillis();
        to.setDeliveryDelay(delivery.delayMillis(now));
        to.send(text, DeliveryMode.PERSISTENT, delivery.priority(), delivery.timeToLiveMillis(now));
        to.setDeliveryDelay(0);
    }

    private TextMessage text(QueuedText message) throws JMSException {
        TextMessage text = session.createTextMessage(message.body());
        for (Map.Entry<String, Object> property : message.properties().entrySet()) {
            text.setObjectProperty(property.getKey(), property.getValue());
        }
        return text;
    }
}
