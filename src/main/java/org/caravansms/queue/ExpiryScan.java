package org.caravansms.queue;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the broker move what is of no more use while it waits, every few seconds. The broker's own scan does not spare a
 * queue that is held for a large transaction: it would read ahead all that is not committed yet, and keep it in memory.
 */
final class ExpiryScan implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryScan.class);
    private static final long SECONDS = 5;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(ExpiryScan::thread);
    private final ActiveMQServer server;

    private ExpiryScan(ActiveMQServer server) {
        this.server = server;
    }

    static ExpiryScan start(ActiveMQServer server) {
        ExpiryScan scan = new ExpiryScan(server);
        scan.timer.scheduleWithFixedDelay(scan::run, SECONDS, SECONDS, TimeUnit.SECONDS);
        return scan;
    }

    private void run() {
        try {
            server.getPostOffice()
                    .getAllBindings()
                    .filter(QueueBinding.class::isInstance)
                    .map(binding -> ((QueueBinding) binding).getQueue())
                    .forEach(ExpiryScan::scan);
        } catch (RuntimeException e) {
            LOG.warn("Looking for messages that expired failed and is tried again: {}", e.toString());
        }
    }

    private static void scan(Queue queue) {
        if (!queue.isPaused()) {
            queue.expireReferences((Runnable) null);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "expiry-scan");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
