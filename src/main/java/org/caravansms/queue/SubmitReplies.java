package org.caravansms.queue;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.TextMessage;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.caravansms.jms.JmsBatchEndpoint;
import org.caravansms.jms.QueueWriter;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.MessageProperties;

/**
 * The last step of {@code sms-submit}: sends the report of each request to its {@code JMSReplyTo}, in the transaction
 * that took the request. What is refused without anybody to be told is a dead letter of its own, with the reason.
 */
public final class SubmitReplies {

    private final String queue;
    private final String dead;
    private final String refused;

    /**
     * @param queue the queue of the requests
     * @param dead its dead letters
     * @param refused the property of an exchange with the document of the messages that were refused
     */
    public SubmitReplies(String queue, String dead, String refused) {
        this.queue = queue;
        this.dead = dead;
        this.refused = refused;
    }

    /** @param batch the requests, each with its report as the body */
    public void send(
            @ExchangeProperty(JmsBatchEndpoint.BATCH) List<Exchange> batch,
            @ExchangeProperty(JmsBatchEndpoint.TRANSACTION) QueueWriter writer)
            throws JMSException {
        try (Replies replies = new Replies((ActiveMQSession) writer.session())) {
            for (Exchange request : batch) {
                Message message = request.getProperty(JmsBatchEndpoint.RECEIVED, Message.class);
                boolean isTold = replies.send(message, request.getMessage().getBody());
                if (!isTold && request.getProperty(refused) != null) {
                    writer.write(deadLetter(request), dead);
                }
            }
        }
    }

    private QueuedText deadLetter(Exchange request) {
        return new QueuedText(
                QueueJson.text(request.getProperty(refused)),
                Map.of(
                        MessageProperties.REASON, request.getProperty(MessageProperties.REASON),
                        MessageProperties.QUEUE, queue,
                        MessageProperties.SINCE, System.currentTimeMillis()));
    }

    /** The replies of one batch. */
    private static final class Replies implements AutoCloseable {
        private final ActiveMQSession session;
        private MessageProducer producer;

        Replies(ActiveMQSession session) {
            this.session = session;
        }

        /** @return whether the producer asked for a reply, to an address that it may name and that there is */
        boolean send(Message request, Object report) throws JMSException {
            Destination to = request.getJMSReplyTo();
            if (!(to instanceof ActiveMQDestination address) || !ReplyAddress.isOpen(session, address.getAddress())) {
                return false;
            }
            TextMessage reply = session.createTextMessage(QueueJson.text(report));
            String correlation = request.getJMSCorrelationID();
            reply.setJMSCorrelationID(correlation == null ? request.getJMSMessageID() : correlation);
            producer = producer == null ? session.createProducer(null) : producer;
            producer.send(to, reply);
            return true;
        }

        @Override
        public void close() throws JMSException {
            if (producer != null) {
                producer.close();
            }
        }
    }
}
