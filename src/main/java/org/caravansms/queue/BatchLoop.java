package org.caravansms.queue;

import jakarta.jms.JMSException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread's work: take a batch, let the route have it, settle each message, commit once, and again until told to stop. */
final class BatchLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchLoop.class);
    private static final long GATE_MILLIS = 50;
    private static final long RECONNECT_MILLIS = 1000;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final JmsBatchConsumer consumer;
    private final JmsBatchEndpoint endpoint;
    private final int batchSize;
    private String failure;

    BatchLoop(JmsBatchConsumer consumer, int batchSize) {
        this.consumer = consumer;
        this.batchSize = batchSize;
        this.endpoint = consumer.getEndpoint();
    }

    void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        while (isRunning()) {
            if (endpoint.mayReceive()) {
                readUntilARest();
            } else {
                rest(GATE_MILLIS);
            }
        }
    }

    /** The session is closed before a rest: what it fetched ahead belongs to whoever can send it meanwhile. */
    private void readUntilARest() {
        long rest;
        try (TransactedBatch session = new TransactedBatch(endpoint)) {
            rest = takeBatches(session);
        } catch (JMSException | RuntimeException e) {
            LOG.warn("Reading {} failed and starts again: {}", endpoint.getQueue(), e.toString());
            rest = RECONNECT_MILLIS;
        }
        rest(rest);
    }

    private long takeBatches(TransactedBatch session) throws JMSException {
        while (isRunning() && endpoint.mayReceive()) {
            List<Exchange> messages = session.receive(consumer, batchSize);
            if (!messages.isEmpty() && !take(messages, session)) {
                return endpoint.getRestAfterPutBack();
            }
        }
        return 0;
    }

    /** The batch's unit of work ends with its commit. */
    private boolean take(List<Exchange> messages, TransactedBatch session) throws JMSException {
        Exchange batch = process(messages, session);
        try {
            return settle(batch, messages, session);
        } catch (JMSException | RuntimeException e) {
            batch.setException(e);
            throw e;
        } finally {
            consumer.doneUoW(batch);
        }
    }

    /** @return whether the next batch may follow at once */
    private boolean settle(Exchange batch, List<Exchange> messages, TransactedBatch session) throws JMSException {
        if (batch.getException() == null || !endpoint.isTransacted()) {
            boolean putBack = session.settle(messages);
            session.flushes().forEach(endpoint.flushes()::done);
            failure = batch.getException() == null ? null : failure;
            return !putBack;
        }
        session.rollback();
        return false;
    }

    /** Whatever becomes of the route, what was settled stays settled, unless the batch is to come again as a whole. */
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
            tell(batch);
        }
        return batch;
    }

    /** An outage is told once, and not with each of its tries. */
    private void tell(Exchange batch) {
        String now = batch.getException().toString();
        if (!now.equals(failure)) {
            consumer.getExceptionHandler()
                    .handleException("A batch was not wholly processed", batch, batch.getException());
        }
        failure = now;
    }

    private boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void rest(long millis) {
        try {
            stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }
}
