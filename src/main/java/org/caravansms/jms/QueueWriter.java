package org.caravansms.jms;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.HashMap;
import java.util.Map;

/** Writes messages inside a session's transaction, each where it belongs, with a producer for each queue or topic. */
public final class QueueWriter {

    /** The beginning of a destination that is a topic and no queue. */
    public static final String TOPIC = "topic:";

    private final Map<String, MessageProducer> producers = new HashMap<>();
    private final Session session;
    private PausedQueues held = new PausedQueues(null);

    public QueueWriter(Session session) {
        this.session = session;
    }

    public Session session() {
        return session;
    }

    /** @param held gets each queue before anything is written to it */
    void holdIn(PausedQueues held) {
        this.held = held;
    }

    /**
     * The copy goes first: once a message has a delivery time it keeps it.
     *
     * @param queue where it goes when it names no other, or a {@code topic:}
     */
    public void write(QueuedText message, String queue) throws JMSException {
        TextMessage text = text(message);
        if (message.copyTo() != null) {
            producer(message.copyTo()).send(text);
        }
        String own = message.delivery().queue();
        send(producer(own == null ? queue : own), text, message.delivery());
    }

    private static void send(MessageProducer to, TextMessage text, JmsDelivery delivery) throws JMSException {
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

    MessageProducer producer(String queue) throws JMSException {
        held.hold(queue);
        MessageProducer known = producers.get(queue);
        return known == null ? create(queue) : known;
    }

    private MessageProducer create(String queue) throws JMSException {
        boolean topic = queue.startsWith(TOPIC);
        MessageProducer created = session.createProducer(
                topic ? session.createTopic(queue.substring(TOPIC.length())) : session.createQueue(queue));
        // a subscriber sees by the time of what it reads how far it is behind
        created.setDisableMessageTimestamp(!topic);
        created.setDisableMessageID(true);
        producers.put(queue, created);
        return created;
    }
}
