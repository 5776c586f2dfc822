package org.caravansms.deadletter;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caravansms.message.EventType;
import org.caravansms.message.LateAnswers;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.PartProgress;
import org.caravansms.queue.JmsProperties;
import org.caravansms.queue.PublishEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a message to its former queue. The parts that an SMSC accepted stay noted, also those that it
 * confirmed late; the attempts are counted from the start.
 */
final class Resend extends DeadLetterAction {

    private static final Logger LOG = LoggerFactory.getLogger(Resend.class);
    private static final Set<String> FORGOTTEN = Set.of(
            MessageProperties.REASON, MessageProperties.ATTEMPTS, MessageProperties.SINCE, MessageProperties.REST);

    private final Session session;
    private final MessageProducer producer;
    private final DeadLetterQueues queues;
    private final ReadDeadLetter read;
    private final LateAnswers late;
    private final boolean inDoubt;

    /** The keys of the messages whose late answers are noted on them in this transaction. */
    private final Set<String> noted = new HashSet<>();

    /** @param inDoubt whether the messages may have been sent before */
    Resend(
            Session session,
            DeadLetterQueues queues,
            ReadDeadLetter read,
            LateAnswers late,
            boolean inDoubt,
            PublishEvents events)
            throws JMSException {
        super(EventType.RESENT, events);
        this.session = session;
        this.producer = session.createProducer(null);
        this.queues = queues;
        this.read = read;
        this.late = late;
        this.inDoubt = inDoubt;
    }

    @Override
    Optional<String> refusal(DeadLetter message) {
        return isSettled(message) ? Optional.empty() : message.refusal(Instant.now());
    }

    /** A message that late answers settle goes back even if it expired: all of it may have been sent. */
    private boolean isSettled(DeadLetter message) {
        return late.settle(message.key(), message.doubts());
    }

    @Override
    void settled(Set<String> keys) {
        keys.stream().filter(noted::remove).forEach(late::forget);
        LOG.info("Queued again: {} messages", keys.size());
    }

    @Override
    void settle(Message message) throws JMSException {
        super.settle(message);
        DeadLetter deadLetter = read.read(message);
        boolean answered = isSettled(deadLetter);
        String queue = queues.origin(ReadDeadLetter.text(message, MessageProperties.QUEUE));
        Map<String, Object> properties = properties(message, deadLetter, answered);
        Message copy = copy(message);
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            copy.setObjectProperty(property.getKey(), property.getValue());
        }
        producer.send(
                session.createQueue(queue),
                copy,
                DeliveryMode.PERSISTENT,
                priority(message),
                answered ? 0 : millisLeft(deadLetter.validUntil()));
    }

    /** The priority before the message was moved; {@link DeadLetterTransaction} takes it away from those that it passes over. */
    private static int priority(Message message) throws JMSException {
        return message.getObjectProperty(MessageProperties.PRIORITY) instanceof Integer before
                ? before
                : Math.max(Message.DEFAULT_PRIORITY, message.getJMSPriority());
    }

    private Map<String, Object> properties(Message message, DeadLetter deadLetter, boolean answered)
            throws JMSException {
        Map<String, Object> properties = new HashMap<>();
        for (String name : JmsProperties.names(message)) {
            if (name.startsWith("Sms") && !FORGOTTEN.contains(name)) {
                properties.put(name, message.getObjectProperty(name));
            }
        }
        if (answered && late.areRefused(deadLetter.key(), deadLetter.doubts())) {
            properties.remove(MessageProperties.IN_DOUBT);
        } else if (inDoubt) {
            properties.putIfAbsent(MessageProperties.IN_DOUBT, 1);
        }
        if (answered) {
            noted.add(deadLetter.key());
            PartProgress progress = late.complete(deadLetter.key(), JmsProperties.progress(message));
            properties.put(MessageProperties.PARTS, progress.toString());
        }
        return properties;
    }

    /** A message without a text is sent as it is, without its properties. */
    private Message copy(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            return session.createTextMessage(text.getText());
        }
        message.clearProperties();
        return message;
    }

    private static long millisLeft(Instant validUntil) {
        return validUntil == null
                ? Message.DEFAULT_TIME_TO_LIVE
                : Math.max(1, Duration.between(Instant.now(), validUntil).toMillis());
    }
}
