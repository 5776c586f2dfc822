package org.caravansms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.core.client.impl.ClientMessageImpl;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQBytesMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.caravansms.message.MessageProperties;

/**
 * Requests that another program sent in one transaction, as one JMS message on {@code sms.submit}: a bytes message with
 * each of them whole and in its order, in the encoding of the broker. The property {@code SmsCount} has their number.
 */
public final class RequestEnvelope {

    private static final int HEADERS = 256;

    private RequestEnvelope() {}

    /** @param id of the envelope on the broker */
    public static ICoreMessage of(List<ICoreMessage> requests, long id) {
        int octets = requests.stream().mapToInt(ICoreMessage::getEncodeSize).sum();
        CoreMessage envelope = new CoreMessage(id, octets + HEADERS);
        envelope.setType(ActiveMQBytesMessage.TYPE).setDurable(true).setTimestamp(System.currentTimeMillis());
        envelope.setPriority(requests.get(0).getPriority());
        envelope.putIntProperty(MessageProperties.COUNT, requests.size());
        requests.forEach(request -> request.persist(envelope.getBodyBuffer()));
        return envelope;
    }

    /** @return the requests of an envelope, or the message itself */
    public static List<Message> open(Message message, Session session) throws JMSException {
        if (!(message instanceof ActiveMQBytesMessage envelope) || !Envelope.isEnvelope(message)) {
            return List.of(message);
        }
        ActiveMQBuffer octets = envelope.getCoreMessage().getReadOnlyBodyBuffer();
        int count = message.getIntProperty(MessageProperties.COUNT);
        List<Message> requests = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            requests.add(next(octets, (ActiveMQSession) session));
        }
        return requests;
    }

    private static Message next(ActiveMQBuffer octets, ActiveMQSession session) throws JMSException {
        ClientMessageImpl request = new ClientMessageImpl();
        request.reloadPersistence(octets, null);
        ActiveMQMessage message = ActiveMQMessage.createMessage(request, session.getCoreSession());
        try {
            message.doBeforeReceive();
        } catch (ActiveMQException e) {
            throw (JMSException) new JMSException("A request of an envelope cannot be read").initCause(e);
        }
        return message;
    }
}
