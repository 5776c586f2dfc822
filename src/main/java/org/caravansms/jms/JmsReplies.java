package org.caravansms.jms;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession.AddressQuery;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/**
 * Replies to messages that name an address for it ({@code JMSReplyTo}), in the transaction of a session. The reply has
 * the correlation id of the message, or else its id. An address that has been deleted is not created again.
 */
public final class JmsReplies implements AutoCloseable {

    private final ActiveMQSession session;
    private final Predicate<String> allowed;
    private final Map<String, Optional<Destination>> open = new HashMap<>();
    private MessageProducer producer;

    /**
     * @param session one of Artemis
     * @param allowed the addresses that may get a reply
     */
    public JmsReplies(Session session, Predicate<String> allowed) {
        this.session = (ActiveMQSession) session;
        this.allowed = allowed;
    }

    /** @return whether the message names an address that is there and may get a reply */
    public boolean isAsked(Message message) throws JMSException {
        return destination(message).isPresent();
    }

    private Optional<Destination> destination(Message message) throws JMSException {
        if (!(message.getJMSReplyTo() instanceof ActiveMQDestination to)) {
            return Optional.empty();
        }
        Optional<Destination> known = open.get(to.getAddress());
        if (known == null) {
            known = allowed.test(to.getAddress()) ? find(to) : Optional.empty();
            open.put(to.getAddress(), known);
        }
        return known;
    }

    /** A queue or a topic, as the broker has it: STOMP names the address only, and others may be mistaken. */
    private Optional<Destination> find(ActiveMQDestination to) throws JMSException {
        SimpleString address = to.getSimpleAddress();
        AddressQuery found =
                QueueReader.translated(() -> session.getCoreSession().addressQuery(address));
        if (!found.isExists()) {
            return Optional.empty();
        } else if (found.isSupportsAnycast()) {
            return Optional.of(to.isQueue() ? to : ActiveMQDestination.createQueue(address));
        }
        return Optional.of(to.isQueue() ? ActiveMQDestination.createTopic(address) : to);
    }

    /** @param message one that {@link #isAsked asks for it} */
    public void send(Message message, String text) throws JMSException {
        TextMessage reply = session.createTextMessage(text);
        String correlation = message.getJMSCorrelationID();
        reply.setJMSCorrelationID(correlation == null ? message.getJMSMessageID() : correlation);
        if (producer == null) {
            producer = session.createProducer(null);
        }
        producer.send(destination(message).orElseThrow(), reply);
    }

    @Override
    public void close() throws JMSException {
        if (producer != null) {
            producer.close();
        }
    }
}
