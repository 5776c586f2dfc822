package org.caravansms.gateway;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.caravansms.broker.Broker;

/** Another client of the gateway's broker, as an operator's tool or a producer would be. */
final class Queues implements AutoCloseable {

    static final String OUTBOUND = "sms.outbound";
    static final String DEAD = "sms.outbound.dead";

    private final Connection connection;
    private final Session session;

    Queues() throws JMSException {
        // a browser whose window is full may end before the queue does
        connection = Broker.connectionFactory(-1).createConnection();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        connection.start();
    }

    List<Message> browse(String queue) {
        try (var browser = session.createBrowser(session.createQueue(queue))) {
            return new ArrayList<>(Collections.list(cast(browser.getEnumeration())));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the JSON of each message to send, in or without an envelope */
    List<String> messages(String queue) throws JMSException {
        List<String> messages = new ArrayList<>();
        for (Message message : browse(queue)) {
            messages.addAll(
                    message instanceof BytesMessage
                            ? List.of(new String(message.getBody(byte[].class), StandardCharsets.UTF_8).split("\n"))
                            : List.of(message.getBody(String.class)));
        }
        return messages;
    }

    Message take(String queue) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            return consumer.receive(10_000);
        }
    }

    /** @param properties names and values by turns */
    void put(String queue, String text, Object... properties) throws JMSException {
        Message message = session.createTextMessage(text);
        for (int i = 0; i < properties.length; i += 2) {
            message.setObjectProperty((String) properties[i], properties[i + 1]);
        }
        put(queue, message);
    }

    /** Puts a message that the broker is to expire at once. */
    void putExpiring(String queue, String text, String id) throws JMSException {
        Message message = session.createTextMessage(text);
        message.setStringProperty("SmsId", id);
        try (var producer = session.createProducer(session.createQueue(queue))) {
            producer.setTimeToLive(1);
            producer.send(message);
        }
    }

    /** Puts several in one JMS message. */
    void putEnvelope(String queue, long timeToLive, String... texts) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(String.join("\n", texts).getBytes(StandardCharsets.UTF_8));
        message.setIntProperty("SmsCount", texts.length);
        try (var producer = session.createProducer(session.createQueue(queue))) {
            producer.setTimeToLive(timeToLive);
            producer.send(message);
        }
    }

    void putObject(String queue, Serializable object) throws JMSException {
        put(queue, session.createObjectMessage(object));
    }

    /** Asks the broker's own management for something. */
    void manage(String operation, Object... arguments) throws Exception {
        var management = ActiveMQJMSClient.createQueue("activemq.management");
        var replies = session.createTemporaryQueue();
        Message request = session.createMessage();
        request.setJMSReplyTo(replies);
        JMSManagementHelper.putOperationInvocation(request, "broker", operation, arguments);
        try (MessageConsumer consumer = session.createConsumer(replies);
                var producer = session.createProducer(management)) {
            producer.send(request);
            Message reply = consumer.receive(10_000);
            if (reply == null || !JMSManagementHelper.hasOperationSucceeded(reply)) {
                throw new IllegalStateException(operation + " failed: " + reply);
            }
        }
    }

    private void put(String queue, Message message) throws JMSException {
        try (var producer = session.createProducer(session.createQueue(queue))) {
            producer.send(message);
        }
    }

    @SuppressWarnings("unchecked")
    private static java.util.Enumeration<Message> cast(java.util.Enumeration<?> messages) {
        return (java.util.Enumeration<Message>) messages;
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
