package org.caravansms.jms;

import jakarta.jms.JMSException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of one thread: reads a queue, session after session, while its consumer may receive. The session is closed
 * before a pause, which returns prefetched messages to other consumers.
 */
abstract class ReadLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadLoop.class);
    private static final long GATE_MILLIS = 50;
    private static final long RECONNECT_MILLIS = 1000;

    final JmsBatchEndpoint endpoint;
    final String queue;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Runnable wake = () -> {};

    ReadLoop(JmsBatchEndpoint endpoint, String queue) {
        this.endpoint = endpoint;
        this.queue = queue;
    }

    final void stop() {
        stopped.countDown();
        wake.run();
    }

    /** @param reader its wait for a message ends with a stop */
    final void wakeOnStop(QueueReader reader) {
        wake = reader::wake;
    }

    final boolean isRunning() {
        return stopped.getCount() > 0;
    }

    final boolean mayReceive() {
        return isRunning() && endpoint.mayReceive(queue);
    }

    @Override
    public final void run() {
        while (isRunning()) {
            pause(endpoint.mayReceive(queue) ? readOrReconnect() : GATE_MILLIS);
        }
    }

    private long readOrReconnect() {
        try {
            return read() ? endpoint.getRestAfterPutBack() : 0;
        } catch (JMSException | RuntimeException e) {
            LOG.warn("Reading {} failed and starts again: {}", queue, e.toString());
            return RECONNECT_MILLIS;
        }
    }

    /**
     * Opens a session, and closes it when nothing may be received or a pause is due.
     *
     * @return whether a pause is due
     */
    abstract boolean read() throws JMSException;

    private void pause(long millis) {
        try {
            stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }
}
