package org.caravansms.queue;

import jakarta.jms.JMSException;
import java.util.List;
import org.apache.camel.Exchange;

/** The transaction in which a batch was received, for what its route sends: both are committed, or neither. */
final class SameTransaction {

    private static final String PROPERTY = "JmsBatchTransaction";

    private final SendQueued send;

    SameTransaction(SendQueued send) {
        this.send = send;
    }

    void in(Exchange batch) {
        batch.setProperty(PROPERTY, this);
    }

    /** @throws IllegalStateException when the exchange is none of a transacted consumer */
    static SameTransaction of(Exchange exchange) {
        SameTransaction transaction = exchange.getProperty(PROPERTY, SameTransaction.class);
        if (transaction == null) {
            throw new IllegalStateException("sameTransaction needs a route whose consumer is jms-batch and transacted");
        }
        return transaction;
    }

    void send(List<QueuedText> messages, String queue) throws JMSException {
        for (QueuedText message : messages) {
            send.send(message, queue);
        }
    }
}
