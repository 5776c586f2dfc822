package org.caravansms.deadletter;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.util.HashSet;
import java.util.Set;
import org.caravansms.jms.QueueReader;

/**
 * Finds messages on a queue that is paged to disk. A consumer with a selector sees only the head of such a queue, so
 * the other messages are moved from the head to the tail until all that are asked for are found.
 */
final class QueueScan {

    private static final int TOGETHER = 100;
    private static final long REACH_MILLIS = 5_000;

    /** The lowest priority: a message that was moved to the tail must not overtake those that were not looked at. */
    private static final int LAST = 0;

    private final Session session;
    private final Queue queue;
    private final ReadDeadLetter read;
    private final DeadLetterAction action;
    private final MessageProducer tail;

    QueueScan(Session session, String queue, ReadDeadLetter read, DeadLetterAction action) throws JMSException {
        this.session = session;
        this.queue = session.createQueue(queue);
        this.read = read;
        this.action = action;
        this.tail = session.createProducer(this.queue);
        tail.setDisableMessageID(true);
        tail.setDisableMessageTimestamp(true);
    }

    /**
     * @param length how many messages are looked at
     * @return the keys of those that were found
     */
    Set<String> take(Set<String> keys, long length) throws JMSException {
        Set<String> taken = new HashSet<>();
        try (tail;
                QueueReader reader = new QueueReader(session, queue.getQueueName())) {
            for (long seen = 1; seen <= length && taken.size() < keys.size(); seen++) {
                Message message = reader.take(REACH_MILLIS);
                if (message == null) {
                    break;
                }
                settle(message, keys, taken);
                if (seen % TOGETHER == 0) {
                    commit();
                }
            }
            commit();
        }
        return taken;
    }

    private void commit() throws JMSException {
        action.complete();
        session.commit();
    }

    private void settle(Message message, Set<String> keys, Set<String> taken) throws JMSException {
        String key = read.read(message).key();
        if (keys.contains(key)) {
            action.settle(message);
            taken.add(key);
        } else {
            tail.send(message, DeliveryMode.PERSISTENT, LAST, 0);
        }
    }
}
