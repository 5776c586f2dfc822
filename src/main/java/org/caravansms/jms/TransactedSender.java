package org.caravansms.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TransactionRolledBackException;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;

/**
 * One transacted session that writes to its queue, or to the queue that a message names. A failure closes and rolls
 * back the session; the next commit opens another.
 */
final class TransactedSender implements AutoCloseable {

    /** A transaction of this many messages may fill so much memory that a queue pages. */
    private static final int LARGE = 10_000;

    private final JmsBatchEndpoint endpoint;
    private Connection connection;
    private Session session;
    private QueueWriter writer;
    private Settlement.Transaction transaction;

    TransactedSender(JmsBatchEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * @throws CommitInDoubtException when the messages may be on the queues
     * @throws JMSException when no message is on any queue
     */
    void commit(List<List<QueuedText>> requests) throws JMSException {
        int count = requests.stream().mapToInt(List::size).sum();
        try {
            open();
            writer.pauseWith(count < LARGE ? null : endpoint.getComponent().getHold());
            sendAll(requests);
            transaction.complete();
            commit();
        } catch (JMSException | RuntimeException e) {
            abandon(e);
            throw e;
        } finally {
            if (writer != null) {
                writer.resume();
            }
        }
    }

    private void sendAll(List<List<QueuedText>> requests) throws JMSException {
        for (List<QueuedText> request : requests) {
            for (QueuedText message : request) {
                transaction.send(message, writer, endpoint.getQueue());
            }
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

    /** The broker refused one of the messages and rolled all of them back. */
    private static boolean isFull(JMSException failure) {
        return failure.getCause() instanceof ActiveMQAddressFullException;
    }

    private void open() throws JMSException {
        if (connection == null) {
            connection = endpoint.createConnection();
            session = connection.createSession(true, Session.SESSION_TRANSACTED);
            writer = new QueueWriter(session);
            transaction = endpoint.settlement().begin(writer, endpoint.getQueue(), endpoint);
        }
    }

    private void abandon(Exception failure) {
        try {
            close();
        } catch (JMSException e) {
            failure.addSuppressed(e);
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
