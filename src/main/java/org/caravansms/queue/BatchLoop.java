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
            if (endpoint.getReceiveWhile().getAsBoolean()) {
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
        while (isRunning() && endpoint.getReceiveWhile().getAsBoolean()) {
            List<Exchange> messages = session.receive(consumer, batchSize);
            if (!messages.isEmpty()) {
                process(messages);
                if (session.settle(messages)) {
                    return endpoint.getRestAfterPutBack();
                }
            }
        }
        return 0;
    }

    /** Whatever becomes of the route, what was settled stays settled: a rollback would send it again. */
    private void process(List<Exchange> messages) {
        Exchange batch = consumer.createExchange(false);
        batch.getMessage().setBody(messages);
        batch.setProperty(JmsBatchEndpoint.BATCH, messages);
        try {
            consumer.createUoW(batch);
            consumer.getProcessor().process(batch);
        } catch (Exception e) {
            batch.setException(e);
        } finally {
            consumer.doneUoW(batch);
        }
        if (batch.getException() != null) {
            consumer.getExceptionHandler()
                    .handleException("A batch was not wholly processed", batch, batch.getException());
        }
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
