package org.caravansms.datadir;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.caravansms.broker.Broker;
import org.caravansms.broker.BrokerQueues;
import org.caravansms.deadletter.DeadLetterQueues;
import org.caravansms.jms.QueueWriter;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.SmsMessage;
import org.caravansms.queue.EventJson;
import org.caravansms.queue.PublishEvents;
import org.caravansms.queue.UnreadableMessageException;

/**
 * At the start: the messages that wait by the records of the store, and that no queue has.
 *
 * @param queues where accepted messages may be
 * @param store the queue of the events that the store has not applied yet
 */
public record WaitingMessages(BrokerQueues broker, EventJson form, DeadLetterQueues queues, String store) {

    private static final String LOST = "lost: the store knew that it waited, and no queue had it any more";

    /**
     * Counts first; each message is looked at only where the counts differ.
     *
     * @param count the number of waiting messages in the store
     * @param ids their ids
     * @return the messages that are on no queue, and in no event that the store has not applied yet
     */
    public Set<String> lost(LongSupplier count, Supplier<Collection<String>> ids) {
        if (broker.count(store) == 0 && count.getAsLong() <= broker.countMessages(this::isSentFrom)) {
            return Set.of();
        }
        Set<String> lost = new HashSet<>(ids.get());
        broker.ids(name -> isSentFrom(name) || name.equals(queues.dead()), lost::remove);
        if (!lost.isEmpty()) {
            broker.read(store, text -> forget(text, lost));
        }
        return lost;
    }

    private boolean isSentFrom(String name) {
        return !name.equals(queues.dead())
                && (name.equals(queues.outbound())
                        || name.startsWith(queues.outbound() + ".")
                        || name.equals(queues.doubt()));
    }

    /** An unreadable event is reported when it is taken off the queue. */
    private void forget(String text, Set<String> lost) {
        try {
            form.read(text).forEach(event -> lost.remove(event.messageId()));
        } catch (UnreadableMessageException e) {
            return;
        }
    }

    /** Publishes that they failed. */
    public void fail(Collection<SmsMessage> lost) {
        try (Connection connection = Broker.connectionFactory(-1).createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            PublishEvents events = new PublishEvents(new QueueWriter(session), queues.events());
            Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
            lost.forEach(message -> events.add(failed(message, now), null));
            events.complete();
            session.commit();
        } catch (JMSException e) {
            throw new IllegalStateException("The loss cannot be published: " + e.getMessage(), e);
        }
    }

    private static Event failed(SmsMessage message, Instant now) {
        return Event.of(EventType.FAILED, now, message.id(), "").because(LOST).with(message);
    }
}
