package org.caravansms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.HashMap;
import java.util.Map;

/** The producers of one session, one a queue, made when a message first goes there. */
final class Producers {

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
        MessageProducer made = session.createProducer(session.createQueue(queue));
        made.setDisableMessageTimestamp(true);
        made.setDisableMessageID(true);
        byQueue.put(queue, made);
        return made;
    }
}
