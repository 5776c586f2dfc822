package org.caravansms.broker;

import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the broker move expired messages while they wait. The broker's own scan also reads a queue that is paused for a
 * large transaction, with all its uncommitted messages, into memory.
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
            BrokerQueues.of(server).forEach(ExpiryScan::scan);
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
