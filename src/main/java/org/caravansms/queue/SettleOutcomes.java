package org.caravansms.queue;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
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
import org.caravansms.message.Source;

/**
 * Settles messages inside the transaction that received them: the commit removes a sent message from its queue, and
 * puts any other one on the queue that its outcome asks for.
 */
final class SettleOutcomes implements Settlement.Transaction {

    /** Of a route that left no outcome: its message may have been sent. */
    private static final Outcome UNSETTLED = new Outcome.InDoubt(
            "in doubt: its route ended without an outcome", Duration.ofSeconds(1), PartProgress.NONE);

    /** The highest priority: a message that is put back is sent before those behind it. */
    private static final int HIGHEST_PRIORITY = 9;

    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private final OutcomeSettlement options;
    private final boolean window;
    private final Session session;
    private final MessageProducer producer;
    private final Queue queue;
    private final Queue dead;
    private final Queue doubt;
    private final PublishEvents events;
    private final FillEnvelopes envelopes;

    SettleOutcomes(QueueWriter writer, String queue, JmsBatchEndpoint endpoint, OutcomeSettlement options)
            throws JMSException {
        this.session = writer.session();
        this.options = options;
        this.window = endpoint.getWindow() > 0;
        this.producer = session.createProducer(null);
        this.queue = session.createQueue(queue);
        this.dead = session.createQueue(Objects.requireNonNullElse(endpoint.getDeadLetterQueue(), queue + ".dead"));
        this.doubt = session.createQueue(Objects.requireNonNullElse(options.doubtQueue, queue + ".doubt"));
        this.events = new PublishEvents(writer, options.events);
        this.envelopes = new FillEnvelopes(message -> writer.write(message, queue));
    }

    @Override
    public Settlement.Result settle(Message message, List<Exchange> routed) throws JMSException {
        if (!window) {
            return settleInBatch(message, routed.get(0));
        }
        return Envelope.isEnvelope(message)
                ? new SettleEnvelope(this, message, routed).settle()
                : settle(message, outcome(routed.get(0)), source(routed.get(0)));
    }

    private Settlement.Result settleInBatch(Message message, Exchange routed) throws JMSException {
        if (routed.getException() != null) {
            setAside(dead, message, routed.getException().getMessage(), new HashMap<>());
            return Settlement.Result.SETTLED;
        }
        boolean waits = routed.getProperty(MessageProperties.WAITS, false, Boolean.class);
        return waits ? Settlement.Result.HELD : Settlement.Result.SETTLED;
    }

    static Outcome outcome(Exchange exchange) {
        return exchange.getException() == null && exchange.getMessage().getBody() instanceof Outcome outcome
                ? outcome
                : UNSETTLED;
    }

    static Source source(Exchange exchange) {
        return exchange.getProperty(ReadQueued.SOURCE, Source.class);
    }

    Settlement.Result settle(Message message, Outcome outcome, Source source) throws JMSException {
        if (isUntouched(message, outcome)) {
            return Settlement.Result.LEFT;
        }
        write(message, outcome);
        boolean report = isReport(message, outcome);
        String whole = report || isInFull() ? ((TextMessage) message).getText() : null;
        events.add(SettledEvent.of(message, source, outcome, options.settledBy), whole, report);
        return outcome instanceof Outcome.Requeue || outcome == UNSETTLED
                ? Settlement.Result.SETTLED_AND_PAUSE
                : Settlement.Result.SETTLED;
    }

    private boolean isReport(Message message, Outcome outcome) throws JMSException {
        return options.eventsInFull().reported()
                || message.propertyExists(MessageProperties.REPORT)
                        && (!(outcome instanceof Outcome.Sent) || message.getBooleanProperty(MessageProperties.REPORT));
    }

    /** Whether each event has its whole message, now. */
    private boolean isInFull() {
        return options.eventsInFull().areAll();
    }

    /**
     * @param text the JSON of the message
     * @param asked whether its client asked for reports
     */
    void sent(String id, Source source, Outcome outcome, String text, boolean asked) {
        boolean report = asked || options.eventsInFull().reported();
        String whole = report || isInFull() ? text : null;
        events.add(SettledEvent.submitted(id, source, outcome, options.settledBy), whole, report);
    }

    Session session() {
        return session;
    }

    /** Puts messages of an envelope back to the head of the queue. */
    void putBack(List<String> texts, Message envelope) throws JMSException {
        Message rest = Envelope.with(texts, envelope, session);
        if (!rest.propertyExists(MessageProperties.PRIORITY)) {
            rest.setIntProperty(MessageProperties.PRIORITY, envelope.getJMSPriority());
        }
        send(queue, rest, HIGHEST_PRIORITY, 0, millisLeft(envelope));
    }

    @Override
    public void send(QueuedText message, QueueWriter writer, String queue) throws JMSException {
        if (message.event() instanceof Event accepted) {
            events.add(accepted, message.body(), message.properties().containsKey(MessageProperties.REPORT));
            envelopes.add(message);
        } else {
            writer.write(message, queue);
        }
    }

    @Override
    public void complete() throws JMSException {
        envelopes.complete();
        events.complete();
    }

    private void write(Message message, Outcome outcome) throws JMSException {
        if (outcome instanceof Outcome.Requeue) {
            putBack(message, changes(outcome));
        } else if (outcome instanceof Outcome.InDoubt inDoubt) {
            doubt(message, inDoubt);
        } else if (outcome instanceof Outcome.Retry retry) {
            retry(message, retry);
        } else if (!(outcome instanceof Outcome.Sent || outcome instanceof Outcome.Cancelled)) {
            setAside(dead, message, outcome.reason(), changes(outcome));
        }
    }

    /** Whether the message may stay where it is, as it is. */
    private static boolean isUntouched(Message message, Outcome outcome) throws JMSException {
        return outcome instanceof Outcome.Requeue && outcome.progress().equals(JmsProperties.progress(message));
    }

    private void putBack(Message message, Map<String, Object> changes) throws JMSException {
        JmsProperties.notePriority(message, changes);
        JmsProperties.change(message, changes);
        send(queue, message, HIGHEST_PRIORITY, 0, millisLeft(message));
    }

    /** {@code ResumeInDoubt} ends its wait; without one a person decides. */
    private void doubt(Message message, Outcome.InDoubt outcome) throws JMSException {
        int doubts = JmsProperties.count(message, MessageProperties.IN_DOUBT) + 1;
        Map<String, Object> changes = changes(outcome);
        changes.put(MessageProperties.IN_DOUBT, doubts);
        if (doubts < options.doubtAttempts) {
            Duration rest = new RetryDelay(outcome.rest(), LONGEST_REST).after(doubts);
            changes.put(MessageProperties.REST, rest.toMillis());
        }
        setAside(doubt, message, outcome.reason(), changes);
    }

    private void retry(Message message, Outcome.Retry retry) throws JMSException {
        Map<String, Object> changes = changes(retry);
        if (retry.counted()) {
            changes.put(MessageProperties.ATTEMPTS, JmsProperties.count(message, MessageProperties.ATTEMPTS) + 1);
        }
        JmsProperties.change(message, changes);
        send(queue, message, message.getJMSPriority(), retry.delay().toMillis(), millisLeft(message));
    }

    private void setAside(Queue to, Message message, String reason, Map<String, Object> changes) throws JMSException {
        JmsProperties.notePriority(message, changes);
        changes.put(MessageProperties.REASON, reason);
        changes.put(MessageProperties.QUEUE, queue.getQueueName());
        changes.put(MessageProperties.SINCE, System.currentTimeMillis());
        if (options.settledBy != null) {
            changes.put(MessageProperties.PROVIDER, options.settledBy);
        }
        JmsProperties.change(message, changes);
        send(to, message, message.getJMSPriority(), 0, 0);
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
        producer.send(to, message, DeliveryMode.PERSISTENT, priority, timeToLive);
    }

    /** @return the milliseconds until it expires, 0 for never */
    private static long millisLeft(Message message) throws JMSException {
        long end = message.getJMSExpiration();
        return end == 0 ? 0 : Math.max(1, end - System.currentTimeMillis());
    }
}
