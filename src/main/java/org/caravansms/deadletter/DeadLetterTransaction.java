package org.caravansms.deadletter;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.caravansms.jms.QueueReader;
import org.caravansms.message.MessageProperties;

/**
 * Takes messages that were seen on a queue off it and settles them with one commit, or with several where the queue is
 * so long that it is paged to disk. A consumer with a selector sees only the head of such a queue, so the other
 * messages are moved from the head to the tail until all that are asked for are found.
 */
final class DeadLetterTransaction {

    /** The longest time in which the broker finds a message in its memory. */
    private static final long REACH_MILLIS = 500;

    /** The same for one that is on disk. */
    private static final long DISK_MILLIS = 5_000;

    private static final int TOGETHER = 100;

    /** The lowest priority: a message that was moved to the tail must not overtake those that were not looked at. */
    private static final int LAST = 0;

    private final Session session;
    private final String queue;
    private final ReadDeadLetter read;
    private final DeadLetterAction action;
    private final LongSupplier length;
    private boolean onDisk;

    /** @param length how many messages are on the queue */
    DeadLetterTransaction(
            Session session, String queue, ReadDeadLetter read, DeadLetterAction action, LongSupplier length) {
        this.session = session;
        this.queue = queue;
        this.read = read;
        this.action = action;
        this.length = length;
    }

    Optional<String> refusal(DeadLetter message) {
        return message.key().isEmpty()
                ? Optional.of("its producer gave it no id to take it by")
                : action.refusal(message);
    }

    /** @return the keys of those that the broker gave */
    Set<String> take(Set<String> keys) throws JMSException {
        Set<String> taken = onDisk ? new HashSet<>() : select(keys);
        if (taken.size() < keys.size()) {
            onDisk = true;
            Set<String> rest = new HashSet<>(keys);
            rest.removeAll(taken);
            taken.addAll(scan(rest, length.getAsLong()));
        }
        action.settled(taken);
        return taken;
    }

    private Set<String> select(Set<String> keys) throws JMSException {
        Set<String> taken = new HashSet<>();
        try (QueueReader reader = new QueueReader(session, queue, selector(keys))) {
            Message message = reader.take(REACH_MILLIS);
            while (message != null) {
                taken.add(read.read(message).key());
                action.settle(message);
                message = taken.size() < keys.size() ? reader.take(REACH_MILLIS) : null;
            }
            commit();
        }
        return taken;
    }

    private Set<String> scan(Set<String> keys, long most) throws JMSException {
        Set<String> taken = new HashSet<>();
        try (MessageProducer tail = session.createProducer(session.createQueue(queue));
                QueueReader reader = new QueueReader(session, queue)) {
            tail.setDisableMessageID(true);
            tail.setDisableMessageTimestamp(true);
            Message message = most > 0 ? reader.take(DISK_MILLIS) : null;
            for (long seen = 1; message != null; seen++) {
                settle(message, keys, taken, tail);
                if (seen % TOGETHER == 0) {
                    commit();
                }
                message = seen < most && taken.size() < keys.size() ? reader.take(DISK_MILLIS) : null;
            }
            commit();
        }
        return taken;
    }

    private void settle(Message message, Set<String> keys, Set<String> taken, MessageProducer tail)
            throws JMSException {
        String key = read.read(message).key();
        if (keys.contains(key)) {
            action.settle(message);
            taken.add(key);
        } else {
            tail.send(message, DeliveryMode.PERSISTENT, LAST, 0);
        }
    }

    private void commit() throws JMSException {
        action.complete();
        session.commit();
    }

    private static String selector(Collection<String> keys) {
        String list = keys.stream().map(key -> key.replace("'", "''")).collect(Collectors.joining("','", "('", "')"));
        return MessageProperties.ID + " IN " + list + " OR JMSMessageID IN " + list;
    }
}
