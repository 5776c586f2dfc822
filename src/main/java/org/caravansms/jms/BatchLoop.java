package org.caravansms.jms;

import jakarta.jms.JMSException;
import java.util.List;
import org.apache.camel.Exchange;

/**
 * Receives a batch, processes it in the route, settles each message and commits once; a failed batch stays on the
 * queue.
 */
final class BatchLoop extends ReadLoop {

    private final JmsBatchConsumer consumer;
    private final int batchSize;
    private String failure;

    /** So many messages are received one by one: those of a batch that failed. */
    private int alone;

    BatchLoop(JmsBatchConsumer consumer, int batchSize) {
        super(consumer.getEndpoint(), consumer.getEndpoint().getQueue());
        this.consumer = consumer;
        this.batchSize = batchSize;
    }

    @Override
    boolean read() throws JMSException {
        try (TransactedBatch session = new TransactedBatch(endpoint)) {
            wakeOnStop(session.queue);
            while (mayReceive()) {
                List<Exchange> messages = session.receive(consumer, alone > 0 ? 1 : batchSize);
                if (endpoint.isPaused(queue)) {
                    // a message that came after the pause returns to its queue, as the session ends
                    return false;
                } else if (!messages.isEmpty() && !take(messages, session)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * The batch's unit of work ends with its commit.
     *
     * @return whether the next batch may follow at once
     */
    private boolean take(List<Exchange> messages, TransactedBatch session) throws JMSException {
        if (alone > 0 && messages.size() > 1) {
            session.split(messages);
            return true;
        }
        Exchange batch = process(messages, session);
        try {
            if (batch.getException() == null) {
                failure = null;
                boolean next = session.commit(messages);
                alone = Math.max(0, alone - messages.size());
                return next;
            }
            retryAlone(messages);
            session.rollback();
            return false;
        } catch (JMSException | RuntimeException e) {
            retryAlone(messages);
            batch.setException(e);
            throw e;
        } finally {
            consumer.doneUoW(batch);
        }
    }

    private void retryAlone(List<Exchange> failed) {
        if (endpoint.isRetryAlone()) {
            alone = Math.max(alone, failed.size());
        }
    }

    private Exchange process(List<Exchange> messages, TransactedBatch session) {
        Exchange batch = consumer.createExchange(false);
        batch.getMessage().setBody(messages);
        batch.setProperty(JmsBatchEndpoint.BATCH, messages);
        session.share(batch);
        try {
            consumer.createUoW(batch);
            consumer.getProcessor().process(batch);
        } catch (Exception e) {
            batch.setException(e);
        }
        if (batch.getException() != null) {
            report(batch);
        }
        return batch;
    }

    /** An outage is reported once, not with each retry. */
    private void report(Exchange batch) {
        String now = batch.getException().toString();
        if (!now.equals(failure)) {
            consumer.getExceptionHandler()
                    .handleException("A batch was not wholly processed", batch, batch.getException());
        }
        failure = now;
    }
}
