package org.caravansms.queue;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TransactionRolledBackException;
import java.util.List;
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
    private final String events;
    private final Function<String, Runnable> hold;
    private Connection connection;
    private Session session;
    private SendQueued send;
    private PublishEvents told;

    /**
     * @param queue where a message goes that names no other
     * @param events where the events of messages go, or null
     * @param hold stops a queue's deliveries and returns what lets them go on
     */
    TransactedSender(
            ConnectionFactory connectionFactory, String queue, String events, Function<String, Runnable> hold) {
        this.connectionFactory = connectionFactory;
        this.queue = queue;
        this.events = events;
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
            if (events != null) {
                held.hold(events);
            }
            for (List<QueuedText> request : requests) {
                for (QueuedText message : request) {
                    send(message, held);
                }
            }
            told.complete();
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

    private void send(QueuedText message, HeldQueues held) throws JMSException {
        if (message.copyTo() != null) {
            held.hold(message.copyTo());
        }
        held.hold(SendQueued.destination(message, queue));
        send.send(message, queue);
        told.add(message.event(), message.body());
    }

    private void open() throws JMSException {
        if (connection == null) {
            connection = connectionFactory.createConnection();
            session = connection.createSession(true, Session.SESSION_TRANSACTED);
            send = new SendQueued(session);
            told = new PublishEvents(send, events);
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
