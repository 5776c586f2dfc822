package org.caravansms.jms;

import jakarta.jms.JMSException;

/** The settlement of an application that has none: a message whose exchange failed goes to the dead letters, if it may. */
final class DeadLetterSettlement implements Settlement {

    @Override
    public Transaction begin(QueueWriter writer, String queue, JmsBatchEndpoint endpoint) {
        return (message, exchange) -> {
            if (exchange.getException() == null) {
                return Result.SETTLED;
            }
            return endpoint.getDeadLetterQueue() == null ? Result.LEFT : moved(writer, message, endpoint);
        };
    }

    private static Result moved(QueueWriter writer, jakarta.jms.Message message, JmsBatchEndpoint endpoint)
            throws JMSException {
        writer.producer(endpoint.getDeadLetterQueue()).send(message);
        return Result.SETTLED;
    }
}
