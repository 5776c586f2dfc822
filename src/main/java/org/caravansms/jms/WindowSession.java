package org.caravansms.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;

/**
 * One transacted session whose messages are acknowledged one by one and in any order, which needs a consumer of
 * Artemis's own API. A message that is not acknowledged when the session closes returns to its place on the queue.
 */
final class WindowSession implements AutoCloseable {

    private final Settlement settlement;
    private final Connection connection;
    private final Session session;
    private final QueueReader queue;
    private final Settlement.Transaction transaction;
    private int uncommitted;

    WindowSession(JmsBatchEndpoint endpoint, String queue) throws JMSException {
        this.settlement = endpoint.settlement();
        connection = endpoint.createConnection();
        try {
            session = connection.createSession(true, Session.SESSION_TRANSACTED);
            transaction = settlement.begin(new QueueWriter(session), queue, endpoint);
            this.queue = new QueueReader(session, queue);
            connection.start();
        } catch (JMSException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    QueueReader reader() {
        return queue;
    }

    InHand read(ClientMessage received) throws JMSException {
        ActiveMQMessage message = queue.read(received);
        return new InHand(received, message, settlement.texts(message));
    }

    Settlement.Result settle(InHand routed) throws JMSException {
        Settlement.Result result = transaction.settle(routed.message, routed.exchanges());
        if (result != Settlement.Result.LEFT) {
            QueueReader.translated(routed.received::individualAcknowledge);
            uncommitted++;
        }
        return result;
    }

    int uncommitted() {
        return uncommitted;
    }

    void commit() throws JMSException {
        transaction.complete();
        session.commit();
        uncommitted = 0;
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
