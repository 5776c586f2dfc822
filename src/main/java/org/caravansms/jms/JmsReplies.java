package org.caravansms.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/**
 * Replies to messages that name an address for it ({@code JMSReplyTo}), in the transaction of a session. The reply has
 * the correlation id of the message, or else its id. An address that has been deleted is not created again.
 */
public final class JmsReplies implements AutoCloseable {

    private final ActiveMQSession session;
    private final Predicate<String> allowed;
    private final Map<String, Boolean> open = new HashMap<>();
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
        if (!(message.getJMSReplyTo() instanceof ActiveMQDestination to)) {
            return false;
        }
        Boolean known = open.get(to.getAddress());
        if (known == null) {
            known = allowed.test(to.getAddress()) && exists(to.getAddress());
            open.put(to.getAddress(), known);
        }
        return known;
    }

    private boolean exists(String address) throws JMSException {
        return QueueReader.translated(() ->
                session.getCoreSession().addressQuery(SimpleString.of(address)).isExists());
    }

    public void send(Message message, String text) throws JMSException {
        TextMessage reply = session.createTextMessage(text);
        String correlation = message.getJMSCorrelationID();
        reply.setJMSCorrelationID(correlation == null ? message.getJMSMessageID() : correlation);
        if (producer == null) {
            producer = session.createProducer(null);
        }
        producer.send(message.getJMSReplyTo(), reply);
    }

    @Override
    public void close() throws JMSException {
        if (producer != null) {
            producer.close();
        }
    }
}
