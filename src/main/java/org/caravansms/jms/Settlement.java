package org.caravansms.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.Collections;
import java.util.List;
import org.apache.camel.Exchange;

/**
 * Settles the messages of an endpoint in the way of the application. Each endpoint has its own bean; the options of the
 * endpoint with the prefix {@code settlement.} set the bean's properties.
 */
public interface Settlement {

    /** The result for a message that was received. */
    enum Result {
        /** The commit removes it from its queue. */
        SETTLED,
        /** The commit removes it from its queue, and the consumer pauses before the next one. */
        SETTLED_AND_PAUSE,
        /** It stays on its queue, as does the rest of its batch, and the consumer pauses. */
        LEFT,
        /** It stays on its queue and with its consumer, which passes it to its route with the next batch, too. */
        HELD
    }

    /**
     * The default moves a message whose exchange failed to the dead-letter queue, where the endpoint has one.
     *
     * @param writer writes in the transaction of a new session
     * @param queue the queue that the session reads, or writes to
     */
    default Transaction begin(QueueWriter writer, String queue, JmsBatchEndpoint endpoint) throws JMSException {
        return (message, routed) -> {
            boolean failed = routed.stream().anyMatch(exchange -> exchange.getException() != null);
            if (failed && endpoint.getDeadLetterQueue() != null) {
                writer.producer(endpoint.getDeadLetterQueue()).send(message);
                return Result.SETTLED;
            }
            return failed ? Result.LEFT : Result.SETTLED;
        };
    }

    /** @return what the route of a window gets of a message, an exchange each; by default the text of the message */
    default List<String> texts(Message message) throws JMSException {
        return Collections.singletonList(message instanceof TextMessage text ? text.getText() : null);
    }

    /** @return what the route of a batch gets of a message, an exchange each; by default the message */
    default List<Message> messages(Message message, Session session) throws JMSException {
        return List.of(message);
    }

    /** @return whether messages of a batch may be {@link Result#HELD} */
    default boolean mayHold() {
        return false;
    }

    /** @return whether the route is to process the message again at once, without a settlement */
    default boolean isRepeated(Exchange exchange) {
        return false;
    }

    /** The transactions of one session, one after the other. */
    interface Transaction {

        /**
         * After the route has processed the message.
         *
         * @param routed the exchange of each of its texts; fewer when the consumer stopped before the last ones
         */
        Result settle(Message message, List<Exchange> routed) throws JMSException;

        /** Writes a message of a producer, or holds it until {@link #complete} to write it together with others. */
        default void send(QueuedText message, QueueWriter writer, String queue) throws JMSException {
            writer.write(message, queue);
        }

        /** Before each commit. */
        default void complete() throws JMSException {}
    }
}
