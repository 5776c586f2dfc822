package org.caravansms.queue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.apache.camel.Exchange;
import org.caravansms.message.Outcome;

/**
 * One transacted session whose messages are acknowledged each by itself and in any order, which JMS has no word for:
 * the consumer is Artemis's own. What is not acknowledged when the session is closed is on its queue again, at its place.
 */
final class WindowSession implements AutoCloseable {

    private final Connection connection;
    private final ActiveMQSession session;
    private final QueueReader queue;
    private final Settlement settlement;
    private final PublishEvents told;
    private final JmsBatchEndpoint endpoint;
    private int uncommitted;

    WindowSession(JmsBatchEndpoint endpoint, String queue) throws JMSException {
        this.endpoint = endpoint;
        connection = endpoint.connectionFactory().createConnection();
        try {
            session = (ActiveMQSession) connection.createSession(true, Session.SESSION_TRANSACTED);
            settlement = new Settlement(session, queue, endpoint);
            told = new PublishEvents(new SendQueued(session), endpoint.getEvents());
            this.queue = new QueueReader(session, queue);
            connection.start();
        } catch (JMSException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** @return null when none came in time */
    ClientMessage receive(long millis) throws JMSException {
        return queue.receive(millis);
    }

    /** The exchange gets what a route may see of the message. */
    InHand read(ClientMessage received, Exchange exchange) throws JMSException {
        ActiveMQMessage message = queue.read(received);
        ReceivedMessage.read(message, exchange.getMessage());
        return new InHand(received, message, exchange);
    }

    /** @return whether the message stays on its queue, so that the queue should rest */
    boolean settle(InHand settled, Outcome outcome) throws JMSException {
        if (Settlement.isUntouched(settled.message(), outcome)) {
            return true;
        }
        settlement.settle(settled.message(), outcome);
        told.add(SettledEvent.of(settled.message(), outcome, endpoint.getSettledBy()), reported(settled.message()));
        QueueReader.asked(settled.received()::individualAcknowledge);
        uncommitted++;
        return outcome instanceof Outcome.PutBack;
    }

    int uncommitted() {
        return uncommitted;
    }

    void commit() throws JMSException {
        told.complete();
        session.commit();
        uncommitted = 0;
    }

    /** @return the whole message when somebody wants to hear of it */
    private String reported(Message message) throws JMSException {
        return endpoint.isEventsInFull() || message.propertyExists(JmsBatchEndpoint.REPORT)
                ? ((TextMessage) message).getText()
                : null;
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
