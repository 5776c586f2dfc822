package org.caravansms.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.apache.camel.Exchange;

/**
 * How an application settles the messages of an endpoint. Each endpoint has its own, a bean with setters, whose properties
 * are the endpoint's options that begin with {@code settlement.}.
 */
public interface Settlement {

    /** What becomes of a message that was received. */
    enum Result {
        /** It is off its queue with the commit. */
        SETTLED,
        /** It is off its queue with the commit, and the consumer rests before it takes the next one. */
        SETTLED_AND_REST,
        /** It stays on its queue, in a batch with all the others, and the consumer rests. */
        LEFT
    }

    /**
     * @param writer writes in the transaction of a new session
     * @param queue the queue that the session reads, or writes to
     */
    Transaction begin(QueueWriter writer, String queue, JmsBatchEndpoint endpoint) throws JMSException;

    /** @return whether the route asks for the message once more, at once and without a settlement */
    default boolean isRepeated(Exchange exchange) {
        return false;
    }

    /** The transactions of one session, one after the other. */
    interface Transaction {

        /** Once the route is done with the message. */
        Result settle(Message message, Exchange exchange) throws JMSException;

        /** Once a producer has written the message. */
        default void sent(QueuedText message) throws JMSException {}

        /** Before each commit. */
        default void complete() throws JMSException {}
    }
}
