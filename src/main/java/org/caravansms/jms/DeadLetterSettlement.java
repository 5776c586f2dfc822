package org.caravansms.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;

/**
 * The default settlement: a message whose exchange failed goes to the dead-letter queue, where the endpoint has one.
 */
final class DeadLetterSettlement implements Settlement {

    @Override
    public Transaction begin(QueueWriter writer, String queue, JmsBatchEndpoint endpoint) {
        String dead = endpoint.getDeadLetterQueue();
        return (message, exchange) -> exchange.getException() == null ? Result.SETTLED : failed(writer, message, dead);
    }

    private static Result failed(QueueWriter writer, Message message, String dead) throws JMSException {
        if (dead == null) {
            return Result.LEFT;
        }
        writer.producer(dead).send(message);
        return Result.SETTLED;
    }
}
