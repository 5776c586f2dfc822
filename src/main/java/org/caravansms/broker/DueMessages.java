package org.caravansms.broker;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers scheduled messages that became due when the wall clock was set forward, which Artemis's timer does not
 * notice; Artemis itself handles a clock that is set back.
 */
final class DueMessages implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DueMessages.class);

    /** Smaller corrections of the clock are ignored. */
    private static final long STEP_MILLIS = 500;

    private final ActiveMQServer server;
    private final LongSupplier wallMillis;
    private long ahead;

    /** @param wallMillis the wall clock */
    DueMessages(ActiveMQServer server, LongSupplier wallMillis) {
        this.server = server;
        this.wallMillis = wallMillis;
        this.ahead = ahead();
    }

    private long ahead() {
        return wallMillis.getAsLong() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public void run() {
        long now = ahead();
        long step = now - ahead;
        if (step > STEP_MILLIS) {
            LOG.warn("The clock was set forward by {} s: what became due is sent", step / 1000);
            deliverDue();
        }
        ahead = step > STEP_MILLIS ? now : Math.min(now, ahead);
    }

    private void deliverDue() {
        String due = Message.HDR_SCHEDULED_DELIVERY_TIME + " <= " + wallMillis.getAsLong();
        BrokerQueues.of(server).forEach(queue -> deliverDue(queue, due));
    }

    private static void deliverDue(Queue queue, String due) {
        try {
            queue.deliverScheduledMessages(due);
        } catch (ActiveMQException | RuntimeException e) {
            LOG.warn("What is due on {} waits for its timer: {}", queue.getName(), e.toString());
        }
    }
}
