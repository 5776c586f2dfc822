package org.caravansms.deadletter;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.caravansms.jms.QueueWriter;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageProperties;
import org.caravansms.queue.PublishEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what no SMPP client took to the queue of its client, where it waits as long as a new one. What became of the
 * message itself was published before: this publishes nothing.
 */
final class RedeliverToClient extends DeadLetterAction {

    private static final Logger LOG = LoggerFactory.getLogger(RedeliverToClient.class);

    private final Session session;
    private final MessageProducer producer;
    private final String due;
    private final Duration keep;

    /** @param due the prefix of the clients' queues, before a dot and the user */
    RedeliverToClient(Session session, String due, Duration keep) throws JMSException {
        super(EventType.RESENT, new PublishEvents(new QueueWriter(session), null));
        this.session = session;
        this.producer = session.createProducer(null);
        this.due = due;
        this.keep = keep;
    }

    @Override
    Optional<String> refusal(DeadLetter message) {
        return message.user().isEmpty() ? Optional.of("it is of no client") : Optional.empty();
    }

    @Override
    void settle(Message message) throws JMSException {
        Message copy = session.createTextMessage(((TextMessage) message).getText());
        copy.setStringProperty(MessageProperties.ID, ReadDeadLetter.text(message, MessageProperties.ID));
        producer.send(
                session.createQueue(due + "." + ReadDeadLetter.client(message, due)),
                copy,
                DeliveryMode.PERSISTENT,
                Message.DEFAULT_PRIORITY,
                keep.toMillis());
    }

    @Override
    void settled(Set<String> keys) {
        LOG.info("Queued again for SMPP clients: {}", keys.size());
    }
}
