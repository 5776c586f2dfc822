package org.caravansms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.caravansms.message.Outcome;
import org.caravansms.message.Progress;
import org.caravansms.message.RetryDelay;

/**
 * Settles a message inside the transaction that received it: a sent one is gone with the commit, any other one is
 * written again, to where it belongs, by the same commit.
 */
final class Settlement {

    /** What a message came to whose route says nothing: it may have left the machine. */
    static final Outcome UNSETTLED =
            new Outcome.InDoubt("in doubt: its route ended without an outcome", Duration.ofSeconds(1), Progress.NONE);

    /** The highest: what is sent again goes before what waits behind it. */
    private static final int FIRST = 9;

    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    /** Artemis's own property: the queue from which the broker moved it. */
    private static final String ORIGIN = "_AMQ_ORIG_QUEUE";

    private final MessageProducer producer;
    private final Queue queue;
    private final Queue dead;
    private final Queue doubt;
    private final int doubtAttempts;
    private final String settledBy;

    Settlement(Session session, String queue, JmsBatchEndpoint endpoint) throws JMSException {
        this.producer = session.createProducer(null);
        this.queue = session.createQueue(queue);
        this.dead = session.createQueue(orElse(endpoint.getDeadLetterQueue(), queue + ".dead"));
        this.doubt = session.createQueue(orElse(endpoint.getDoubtQueue(), queue + ".doubt"));
        this.doubtAttempts = endpoint.getDoubtAttempts();
        this.settledBy = endpoint.getSettledBy();
    }

    void settle(Message message, Outcome outcome) throws JMSException {
        if (outcome instanceof Outcome.PutBack) {
            again(message, changes(outcome));
        } else if (outcome instanceof Outcome.InDoubt inDoubt) {
            doubt(message, inDoubt);
        } else if (outcome instanceof Outcome.Later later) {
            sendLater(message, later);
        } else if (!(outcome instanceof Outcome.Sent)) {
            keep(dead, message, outcome.reason(), changes(outcome));
        }
    }

    /** Whether the message may stay where it is, as it is. */
    static boolean isUntouched(Message message, Outcome outcome) throws JMSException {
        return outcome instanceof Outcome.PutBack && outcome.progress().equals(progress(message));
    }

    /** @return what was sent of it so far */
    static Progress progress(Message message) throws JMSException {
        String property = message.getStringProperty(JmsBatchEndpoint.PARTS);
        return property == null ? Progress.NONE : Progress.of(property);
    }

    private void again(Message message, Map<String, Object> changes) throws JMSException {
        notePriority(message, changes);
        set(message, changes);
        send(queue, message, FIRST, 0, left(message));
    }

    /** One that was put back, or that was looked at among dead letters, has another one by then. */
    private static void notePriority(Message message, Map<String, Object> changes) throws JMSException {
        if (!message.propertyExists(JmsBatchEndpoint.PRIORITY)) {
            changes.put(JmsBatchEndpoint.PRIORITY, message.getJMSPriority());
        }
    }

    /** It rests where a person sees it, see {@link ResumeInDoubt}; without a rest a person decides. */
    private void doubt(Message message, Outcome.InDoubt outcome) throws JMSException {
        int doubts = count(message, JmsBatchEndpoint.IN_DOUBT) + 1;
        Map<String, Object> changes = changes(outcome);
        changes.put(JmsBatchEndpoint.IN_DOUBT, doubts);
        if (doubts < doubtAttempts) {
            Duration rest = new RetryDelay(outcome.rest(), LONGEST_REST).after(doubts);
            changes.put(JmsBatchEndpoint.REST, rest.toMillis());
        }
        keep(doubt, message, outcome.reason(), changes);
    }

    private void sendLater(Message message, Outcome.Later later) throws JMSException {
        Map<String, Object> changes = changes(later);
        if (later.counted()) {
            changes.put(JmsBatchEndpoint.ATTEMPTS, count(message, JmsBatchEndpoint.ATTEMPTS) + 1);
        }
        set(message, changes);
        send(queue, message, message.getJMSPriority(), later.delay().toMillis(), left(message));
    }

    private void keep(Queue where, Message message, String reason, Map<String, Object> changes) throws JMSException {
        notePriority(message, changes);
        changes.put(JmsBatchEndpoint.REASON, reason);
        changes.put(JmsBatchEndpoint.QUEUE, origin(message));
        changes.put(JmsBatchEndpoint.SINCE, System.currentTimeMillis());
        if (settledBy != null) {
            changes.put(JmsBatchEndpoint.PROVIDER, settledBy);
        }
        set(message, changes);
        send(where, message, message.getJMSPriority(), 0, 0);
    }

    /** The broker moves what expired to a queue of its own first. */
    private String origin(Message message) throws JMSException {
        return message.getObjectProperty(ORIGIN) instanceof String moved ? moved : queue.getQueueName();
    }

    private static Map<String, Object> changes(Outcome outcome) {
        Map<String, Object> changes = new HashMap<>();
        if (!outcome.progress().isNone()) {
            changes.put(JmsBatchEndpoint.PARTS, outcome.progress().toString());
        }
        return changes;
    }

    private void send(Queue to, Message message, int priority, long delayMillis, long timeToLive) throws JMSException {
        producer.setDeliveryDelay(delayMillis);
        producer.send(to, message, message.getJMSDeliveryMode(), priority, timeToLive);
    }

    /** @return the milliseconds that are left of its life, 0 where it has no end */
    private static long left(Message message) throws JMSException {
        long end = message.getJMSExpiration();
        return end == 0 ? 0 : Math.max(1, end - System.currentTimeMillis());
    }

    private static int count(Message message, String property) throws JMSException {
        return message.propertyExists(property) ? message.getIntProperty(property) : 0;
    }

    private static String orElse(String name, String otherwise) {
        return name == null ? otherwise : name;
    }

    /** A received message's properties are read-only until all of them are cleared. */
    private static void set(Message message, Map<String, Object> changes) throws JMSException {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, Object> properties = new HashMap<>();
        for (String property : ReceivedMessage.names(message)) {
            properties.put(property, message.getObjectProperty(property));
        }
        properties.putAll(changes);
        message.clearProperties();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            if (!property.getKey().startsWith("JMSX")) {
                message.setObjectProperty(property.getKey(), property.getValue());
            }
        }
    }
}
