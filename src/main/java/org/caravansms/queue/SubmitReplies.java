package org.caravansms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.caravansms.jms.JmsBatchEndpoint;
import org.caravansms.jms.JmsReplies;
import org.caravansms.jms.QueueWriter;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.MessageProperties;

/**
 * The last step of {@code sms-submit}: sends the report of each request to its {@code JMSReplyTo}, in the transaction
 * that took the request. Messages that are refused without a reply are a dead letter of their own, with the reason.
 */
public final class SubmitReplies {

    /** The addresses of the gateway and of the broker, which get no reports but on those that are made for them. */
    private static final List<String> CLOSED = List.of("sms.", "activemq.", "$");

    private static final String REPLIES = "sms.reply.";

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
        try (JmsReplies replies = new JmsReplies(writer.session(), SubmitReplies::isOpen)) {
            for (Exchange request : batch) {
                Message message = request.getProperty(JmsBatchEndpoint.RECEIVED, Message.class);
                if (replies.isAsked(message)) {
                    replies.send(message, QueueJson.text(request.getMessage().getBody()));
                } else if (request.getProperty(refused) != null) {
                    writer.write(deadLetter(request), dead);
                }
            }
        }
    }

    private static boolean isOpen(String address) {
        return address.startsWith(REPLIES) || CLOSED.stream().noneMatch(address::startsWith);
    }

    private QueuedText deadLetter(Exchange request) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(MessageProperties.REASON, request.getProperty(MessageProperties.REASON));
        properties.put(MessageProperties.QUEUE, queue);
        properties.put(MessageProperties.SINCE, System.currentTimeMillis());
        if (request.getProperty(MessageProperties.USER) != null) {
            properties.put(MessageProperties.USER, request.getProperty(MessageProperties.USER));
        }
        return new QueuedText(QueueJson.text(request.getProperty(refused)), properties);
    }
}
