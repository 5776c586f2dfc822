package org.caravansms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.caravansms.jms.JmsBatchEndpoint;
import org.caravansms.jms.QueueWriter;
import org.caravansms.jms.QueuedText;
import org.caravansms.jms.Settlement;
import org.caravansms.message.Event;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Outcome;
import org.caravansms.message.PartProgress;
import org.caravansms.message.RetryDelay;

/**
 * Settles messages inside the transaction that received them: a sent one is gone with the commit, any other one is
 * written again, to where it belongs, by the same commit.
 */
public final class SettleOutcomes implements Settlement.Transaction {

    /** A route that says nothing: its message may have left the machine. */
    private static final Outcome UNSETTLED = new Outcome.InDoubt(
            "in doubt: its route ended without an outcome", Duration.ofSeconds(1), PartProgress.NONE);

    /** The highest: a message that is sent again goes before those that wait behind it. */
    private static final int FIRST = 9;

    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    /** Artemis's own property: the queue from which the broker moved it. */
    private static final String ORIGIN = "_AMQ_ORIG_QUEUE";

    private final OutcomeSettlement options;
    private final boolean window;
    private final MessageProducer producer;
    private final Queue queue;
    private final Queue dead;
    private final Queue doubt;
    private final PublishEvents events;

    SettleOutcomes(QueueWriter writer, String queue, JmsBatchEndpoint endpoint, OutcomeSettlement options)
            throws JMSException {
        Session session = writer.session();
        this.options = options;
        this.window = endpoint.getWindow() > 0;
        this.producer = session.createProducer(null);
        this.queue = session.createQueue(queue);
        this.dead = session.createQueue(Objects.requireNonNullElse(endpoint.getDeadLetterQueue(), queue + ".dead"));
        this.doubt = session.createQueue(Objects.requireNonNullElse(options.doubtQueue, queue + ".doubt"));
        this.events = new PublishEvents(writer, options.events);
    }

    @Override
    public Settlement.Result settle(Message message, Exchange exchange) throws JMSException {
        return window ? settle(message, outcome(exchange)) : settleInBatch(message, exchange.getException());
    }

    private Settlement.Result settleInBatch(Message message, Exception failure) throws JMSException {
        if (failure != null) {
            keep(dead, message, failure.getMessage(), new HashMap<>());
        }
        return Settlement.Result.SETTLED;
    }

    private static Outcome outcome(Exchange exchange) {
        return exchange.getException() == null && exchange.getMessage().getBody() instanceof Outcome outcome
                ? outcome
                : UNSETTLED;
    }

    private Settlement.Result settle(Message message, Outcome outcome) throws JMSException {
        if (isUntouched(message, outcome)) {
            return Settlement.Result.LEFT;
        }
        write(message, outcome);
        events.add(SettledEvent.of(message, outcome, options.settledBy), reported(message));
        return outcome instanceof Outcome.Requeue || outcome == UNSETTLED
                ? Settlement.Result.SETTLED_AND_REST
                : Settlement.Result.SETTLED;
    }

    /** @return the whole message when its client asked for reports */
    private String reported(Message message) throws JMSException {
        return options.eventsInFull || message.propertyExists(MessageProperties.REPORT)
                ? ((TextMessage) message).getText()
                : null;
    }

    @Override
    public void sent(QueuedText message) {
        events.add((Event) message.event(), message.body());
    }

    @Override
    public void complete() {
        events.complete();
    }

    private void write(Message message, Outcome outcome) throws JMSException {
        if (outcome instanceof Outcome.Requeue) {
            again(message, changes(outcome));
        } else if (outcome instanceof Outcome.InDoubt inDoubt) {
            doubt(message, inDoubt);
        } else if (outcome instanceof Outcome.Retry later) {
            sendLater(message, later);
        } else if (!(outcome instanceof Outcome.Sent)) {
            keep(dead, message, outcome.reason(), changes(outcome));
        }
    }

    /** Whether the message may stay where it is, as it is. */
    private static boolean isUntouched(Message message, Outcome outcome) throws JMSException {
        return outcome instanceof Outcome.Requeue && outcome.progress().equals(progress(message));
    }

    /** @return what was sent of it so far */
    public static PartProgress progress(Message message) throws JMSException {
        String property = message.getStringProperty(MessageProperties.PARTS);
        return property == null ? PartProgress.NONE : PartProgress.of(property);
    }

    private void again(Message message, Map<String, Object> changes) throws JMSException {
        notePriority(message, changes);
        set(message, changes);
        send(queue, message, FIRST, 0, left(message));
    }

    /** One that was put back, or that was looked at among dead letters, has another one by then. */
    private static void notePriority(Message message, Map<String, Object> changes) throws JMSException {
        if (!message.propertyExists(MessageProperties.PRIORITY)) {
            changes.put(MessageProperties.PRIORITY, message.getJMSPriority());
        }
    }

    /** It rests where a person sees it, see {@code ResumeInDoubt}; without a rest a person decides. */
    private void doubt(Message message, Outcome.InDoubt outcome) throws JMSException {
        int doubts = count(message, MessageProperties.IN_DOUBT) + 1;
        Map<String, Object> changes = changes(outcome);
        changes.put(MessageProperties.IN_DOUBT, doubts);
        if (doubts < options.doubtAttempts) {
            Duration rest = new RetryDelay(outcome.rest(), LONGEST_REST).after(doubts);
            changes.put(MessageProperties.REST, rest.toMillis());
        }
        keep(doubt, message, outcome.reason(), changes);
    }

    private void sendLater(Message message, Outcome.Retry later) throws JMSException {
        Map<String, Object> changes = changes(later);
        if (later.counted()) {
            changes.put(MessageProperties.ATTEMPTS, count(message, MessageProperties.ATTEMPTS) + 1);
        }
        set(message, changes);
        send(queue, message, message.getJMSPriority(), later.delay().toMillis(), left(message));
    }

    private void keep(Queue where, Message message, String reason, Map<String, Object> changes) throws JMSException {
        notePriority(message, changes);
        changes.put(MessageProperties.REASON, reason);
        changes.put(MessageProperties.QUEUE, origin(message));
        changes.put(MessageProperties.SINCE, System.currentTimeMillis());
        if (options.settledBy != null) {
            changes.put(MessageProperties.PROVIDER, options.settledBy);
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
            changes.put(MessageProperties.PARTS, outcome.progress().toString());
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

    /** A received message's properties are read-only until all of them are cleared. */
    private static void set(Message message, Map<String, Object> changes) throws JMSException {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, Object> properties = new HashMap<>();
        for (String property : names(message)) {
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

    @SuppressWarnings("unchecked")
    public static List<String> names(Message message) throws JMSException {
        return Collections.list(message.getPropertyNames());
    }
}
