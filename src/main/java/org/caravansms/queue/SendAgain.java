package org.caravansms.queue;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a message to the queue that it came from, as new but for what is known to have been sent of it: its parts that
 * an SMSC took stay noted, its attempts are counted from the start.
 */
final class SendAgain implements KeptSettlement {

    private static final Logger LOG = LoggerFactory.getLogger(SendAgain.class);
    private static final Set<String> FORGOTTEN =
            Set.of(JmsBatchEndpoint.REASON, JmsBatchEndpoint.ATTEMPTS, JmsBatchEndpoint.SINCE);

    private final Session session;
    private final MessageProducer producer;
    private final KeptQueues queues;
    private final ReadKept read;
    private final boolean inDoubt;

    /** @param inDoubt whether what is sent again may have been sent before */
    SendAgain(Session session, KeptQueues queues, ReadKept read, boolean inDoubt) throws JMSException {
        this.session = session;
        this.producer = session.createProducer(null);
        this.queues = queues;
        this.read = read;
        this.inDoubt = inDoubt;
    }

    @Override
    public Optional<String> refusal(KeptMessage message) {
        return message.refusal(Instant.now());
    }

    @Override
    public void settled(Set<String> keys) {
        LOG.info("Queued again by an operator: {} messages", keys.size());
    }

    @Override
    public void settle(Message message) throws JMSException {
        Instant validUntil = read.read(message).validUntil();
        String queue = queues.origin(ReadKept.text(message, JmsBatchEndpoint.QUEUE));
        Map<String, Object> properties = properties(message);
        Message copy = copy(message);
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            copy.setObjectProperty(property.getKey(), property.getValue());
        }
        producer.send(
                session.createQueue(queue),
                copy,
                DeliveryMode.PERSISTENT,
                Math.max(Message.DEFAULT_PRIORITY, message.getJMSPriority()),
                millisLeft(validUntil));
    }

    private Map<String, Object> properties(Message message) throws JMSException {
        Map<String, Object> properties = new HashMap<>();
        for (String name : ReceivedMessage.names(message)) {
            if (name.startsWith("Sms") && !FORGOTTEN.contains(name)) {
                properties.put(name, message.getObjectProperty(name));
            }
        }
        if (inDoubt) {
            properties.merge(JmsBatchEndpoint.IN_DOUBT, 1, SendAgain::sum);
        }
        return properties;
    }

    private static Object sum(Object before, Object more) {
        return before instanceof Number count ? count.intValue() + (Integer) more : more;
    }

    /** What is no text stays what it is, without what others noted on it. */
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
