package org.caravansms.queue;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.jms.TransactionRolledBackException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;

/** One transacted session on one queue. A failure closes it, which rolls back; the next commit opens another. */
final class TransactedSender implements AutoCloseable {

    /** The messages from which on a transaction may fill so much of the memory that the queue pages. */
    private static final int LARGE = 5_000;

    private final ConnectionFactory connectionFactory;
    private final String queue;
    private final Supplier<Runnable> hold;
    private Connection connection;
    private Session session;
    private MessageProducer producer;
    private MessageProducer copies;

    /** @param hold stops the queue's deliveries and returns what lets them go on */
    TransactedSender(ConnectionFactory connectionFactory, String queue, Supplier<Runnable> hold) {
        this.connectionFactory = connectionFactory;
        this.queue = queue;
        this.hold = hold;
    }

    /**
     * @throws CommitInDoubtException when it may or may not be on the queue
     * @throws JMSException when nothing of it is on the queue
     */
    void commit(List<List<QueuedText>> requests) throws JMSException {
        int count = requests.stream().mapToInt(List::size).sum();
        Runnable goOn = count < LARGE ? () -> {} : hold.get();
        try {
            sendAll(requests);
        } finally {
            goOn.run();
        }
    }

    private void sendAll(List<List<QueuedText>> requests) throws JMSException {
        try {
            open();
            for (List<QueuedText> request : requests) {
                send(request);
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

    private void send(List<QueuedText> messages) throws JMSException {
        for (QueuedText message : messages) {
            TextMessage text = text(message);
            producer.send(text);
            if (message.copyTo() != null) {
                copies.send(session.createQueue(message.copyTo()), text);
            }
        }
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
            producer = producer(session.createQueue(queue));
            copies = producer(null);
        }
    }

    /** @param to null for one that is told with each message */
    private MessageProducer producer(Queue to) throws JMSException {
        MessageProducer made = session.createProducer(to);
        made.setDisableMessageTimestamp(true);
        made.setDisableMessageID(true);
        return made;
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
