package org.caravansms.broker;

import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the broker move what is of no more use while it waits. The broker's own scan does not spare a
 * queue that is held for a large transaction: it would read ahead all that is not committed yet, and keep it in memory.
 */
final class ExpiryScan implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryScan.class);

    private final ActiveMQServer server;

    ExpiryScan(ActiveMQServer server) {
        this.server = server;
    }

    @Override
    public void run() {
        try {
            Broker.queues(server).forEach(ExpiryScan::scan);
        } catch (RuntimeException e) {
            LOG.warn("Looking for messages that expired failed and is tried again: {}", e.toString());
        }
    }

    private static void scan(Queue queue) {
        if (!queue.isPaused()) {
            queue.expireReferences((Runnable) null);
        }
    }
}
