package org.caravansms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.HashMap;
import java.util.Map;

/** The producers of one session, one a queue or a {@code topic:}, made when a message first goes there. */
public final class Producers {

    public static final String TOPIC = "topic:";

    private final Map<String, MessageProducer> byQueue = new HashMap<>();
    private final Session session;

    Producers(Session session) {
        this.session = session;
    }

    MessageProducer of(String queue) throws JMSException {
        MessageProducer known = byQueue.get(queue);
        return known == null ? make(queue) : known;
    }

    private MessageProducer make(String queue) throws JMSException {
        MessageProducer made = session.createProducer(
                queue.startsWith(TOPIC)
                        ? session.createTopic(queue.substring(TOPIC.length()))
                        : session.createQueue(queue));
        // how far a subscriber is behind is told from the time of what it reads
        made.setDisableMessageTimestamp(!queue.startsWith(TOPIC));
        made.setDisableMessageID(true);
        byQueue.put(queue, made);
        return made;
    }
}
