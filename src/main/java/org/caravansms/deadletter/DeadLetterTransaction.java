package org.caravansms.deadletter;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
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
 * so long that it is paged to disk.
 */
final class DeadLetterTransaction {

    /** The longest time in which the broker finds a message in its memory. */
    private static final long REACH_MILLIS = 500;

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
            taken.addAll(new QueueScan(session, queue, read, action).take(rest, length.getAsLong()));
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
            action.complete();
            session.commit();
        }
        return taken;
    }

    private static String selector(Collection<String> keys) {
        String list = keys.stream().map(key -> key.replace("'", "''")).collect(Collectors.joining("','", "('", "')"));
        return MessageProperties.ID + " IN " + list + " OR JMSMessageID IN " + list;
    }
}
