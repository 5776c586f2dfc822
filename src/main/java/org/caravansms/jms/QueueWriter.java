package org.caravansms.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;

/** Writes messages to queues and topics inside a session's transaction, with a producer for each. */
public final class QueueWriter {

    /** The prefix of a destination that is a topic. */
    public static final String TOPIC = "topic:";

    private final Map<String, MessageProducer> producers = new HashMap<>();
    private final Map<JmsBatchEndpoint, Settlement.Transaction> settlements = new HashMap<>();
    private final Session session;
    private final Map<String, Runnable> resumes = new HashMap<>();
    private Function<String, Runnable> hold;

    public QueueWriter(Session session) {
        this.session = session;
    }

    public Session session() {
        return session;
    }

    /** @return the settlement of a producer that writes here, the same in each transaction */
    Settlement.Transaction settlement(JmsBatchEndpoint producer) throws JMSException {
        Settlement.Transaction known = settlements.get(producer);
        if (known == null) {
            known = producer.settlement().begin(this, producer.getQueue(), producer);
            settlements.put(producer, known);
        }
        return known;
    }

    /** @param hold pauses a queue before the first message for it and returns the action that resumes it; or null */
    void pauseWith(Function<String, Runnable> hold) {
        this.hold = hold;
    }

    void resume() {
        resumes.values().forEach(Runnable::run);
        resumes.clear();
    }

    /**
     * The copy is sent first: a delivery time stays on a message once it is set.
     *
     * @param queue the queue, or {@code topic:} and a name, of a message that names none
     */
    public void write(QueuedText message, String queue) throws JMSException {
        Message text = withProperties(message);
        if (message.copyTo() != null) {
            producer(message.copyTo()).send(text);
        }
        String named = message.delivery().queue();
        send(producer(named == null ? queue : named), text, message.delivery());
    }

    private static void send(MessageProducer to, Message text, JmsDelivery delivery) throws JMSException {
        if (delivery.isPlain()) {
            to.send(text);
            return;
        }
        long now = System.currentTimeMillis();
        to.setDeliveryDelay(delivery.delayMillis(now));
        to.send(text, DeliveryMode.PERSISTENT, delivery.priority(), delivery.timeToLiveMillis(now));
        to.setDeliveryDelay(0);
    }

    private Message withProperties(QueuedText message) throws JMSException {
        Message text = message.octets() ? octets(message.body()) : session.createTextMessage(message.body());
        for (Map.Entry<String, Object> property : message.properties().entrySet()) {
            text.setObjectProperty(property.getKey(), property.getValue());
        }
        return text;
    }

    private Message octets(String body) throws JMSException {
        BytesMessage octets = session.createBytesMessage();
        octets.writeBytes(body.getBytes(StandardCharsets.UTF_8));
        return octets;
    }

    /** Names and values of STOMP and AMQP are allowed, too, which JMS refuses, such as {@code content-length}. */
    public static void setProperty(Message message, String name, Object value) {
        ((ActiveMQMessage) message).getCoreMessage().putObjectProperty(name, value);
    }

    /** Also of a message that was received, whose properties JMS would only clear. */
    public static void removeProperty(Message message, String name) {
        ((ActiveMQMessage) message).getCoreMessage().removeProperty(name);
    }

    MessageProducer producer(String queue) throws JMSException {
        if (hold != null) {
            resumes.computeIfAbsent(queue, hold);
        }
        MessageProducer known = producers.get(queue);
        return known == null ? create(queue) : known;
    }

    private MessageProducer create(String queue) throws JMSException {
        boolean topic = queue.startsWith(TOPIC);
        MessageProducer created = session.createProducer(
                topic ? session.createTopic(queue.substring(TOPIC.length())) : session.createQueue(queue));
        // the timestamp, which has its place in each message anyway, shows how long one waits
        created.setDisableMessageTimestamp(false);
        created.setDisableMessageID(true);
        producers.put(queue, created);
        return created;
    }
}
