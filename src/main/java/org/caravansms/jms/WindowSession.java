package org.caravansms.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.camel.Exchange;

/**
 * One transacted session whose messages are acknowledged one by one and in any order, which needs a consumer of
 * Artemis's own API. A message that is not acknowledged when the session closes returns to its place on the queue.
 */
final class WindowSession implements AutoCloseable {

    private final JmsWindowConsumer consumer;
    private final Connection connection;
    private final Session session;
    private final QueueReader queue;
    private final Settlement.Transaction transaction;
    private int uncommitted;

    /**
     * A message that was received and is not acknowledged yet.
     *
     * @param received acknowledges it
     * @param message the same for JMS
     * @param exchange the exchange of its route
     */
    record InHand(ClientMessage received, Message message, Exchange exchange) {}

    WindowSession(JmsWindowConsumer consumer, String queue) throws JMSException {
        JmsBatchEndpoint endpoint = consumer.getEndpoint();
        this.consumer = consumer;
        connection = endpoint.createConnection();
        try {
            session = connection.createSession(true, Session.SESSION_TRANSACTED);
            transaction = endpoint.settlement().begin(new QueueWriter(session), queue, endpoint);
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

    /** Sets the message on the exchange as the route sees it. */
    InHand read(ClientMessage received, Exchange exchange) throws JMSException {
        ActiveMQMessage message = queue.read(received);
        consumer.read(message, exchange);
        return new InHand(received, message, exchange);
    }

    Settlement.Result settle(InHand routed) throws JMSException {
        Settlement.Result result = transaction.settle(routed.message(), routed.exchange());
        if (result != Settlement.Result.LEFT) {
            QueueReader.translated(routed.received()::individualAcknowledge);
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
