package org.caravansms.queue;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.jms.TransactionRolledBackException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;

/**
 * One transacted session that writes to a queue, or to another one where a message names it. A failure closes it, which
 * rolls back; the next commit opens another.
 */
final class TransactedSender implements AutoCloseable {

    /** The messages from which on a transaction may fill so much of the memory that a queue pages. */
    private static final int LARGE = 5_000;

    private final ConnectionFactory connectionFactory;
    private final String queue;
    private final Function<String, Runnable> hold;
    private Connection connection;
    private Session session;
    private Producers producers;

    /**
     * @param queue where a message goes that names no other
     * @param hold stops a queue's deliveries and returns what lets them go on
     */
    TransactedSender(ConnectionFactory connectionFactory, String queue, Function<String, Runnable> hold) {
        this.connectionFactory = connectionFactory;
        this.queue = queue;
        this.hold = hold;
    }

    /**
     * @throws CommitInDoubtException when it may or may not be on the queues
     * @throws JMSException when nothing of it is on any queue
     */
    void commit(List<List<QueuedText>> requests) throws JMSException {
        int count = requests.stream().mapToInt(List::size).sum();
        try (HeldQueues held = new HeldQueues(count < LARGE ? null : hold)) {
            sendAll(requests, held);
        }
    }

    private void sendAll(List<List<QueuedText>> requests, HeldQueues held) throws JMSException {
        try {
            open();
            for (List<QueuedText> request : requests) {
                for (QueuedText message : request) {
                    send(message, held);
                }
            }
            commit();
        } catch (JMSException | RuntimeException e) {
            abandon(e);
            throw e;
        }
    }

    private void commit() throws JMSException {
        try {
            session.commit();
        } catch (TransactionRolledBackException e) {
            throw e;
        } catch (JMSException e) {
            throw isFull(e) ? e : new CommitInDoubtException(e);
        } catch (RuntimeException e) {
            throw new CommitInDoubtException(e);
        }
    }

    /** The broker refused one of the messages when it came and rolled all of them back. */
    private static boolean isFull(JMSException failure) {
        return failure.getCause() instanceof ActiveMQAddressFullException;
    }

    /** The copy goes first: once a message has a delivery time it keeps it. */
    private void send(QueuedText message, HeldQueues held) throws JMSException {
        TextMessage text = text(message);
        if (message.copyTo() != null) {
            held.hold(message.copyTo());
            producers.of(message.copyTo()).send(text);
        }
        Delivery delivery = message.delivery();
        String to = delivery.queue() == null ? queue : delivery.queue();
        held.hold(to);
        send(producers.of(to), text, delivery);
    }

    private static void send(MessageProducer to, TextMessage text, Delivery delivery) throws JMSException {
        if (delivery.isPlain()) {
            to.send(text);
            return;
        }
        long now = System.currentTimeMillis();
        to.setDeliveryDelay(delivery.delayMillis(now));
        to.send(text, DeliveryMode.PERSISTENT, delivery.priority(), delivery.timeToLiveMillis(now));
        to.setDeliveryDelay(0);
    }

    private TextMessage text(QueuedText message) throws JMSException {
        TextMessage text = session.createTextMessage(message.body());
        for (Map.Entry<String, Object> property : message.properties().entrySet()) {
            text.setObjectProperty(property.getKey(), property.getValue());
        }
        return text;
    }

    private void open() throws JMSException {
        if (connection == null) {
            connection = connectionFactory.createConnection();
            session = connection.createSession(true, Session.SESSION_TRANSACTED);
            producers = new Producers(session);
        }
    }

    private void abandon(Exception why) {
        try {
            close();
        } catch (JMSException e) {
            why.addSuppressed(e);
        }
    }

    @Override
    public void close() throws JMSException {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
