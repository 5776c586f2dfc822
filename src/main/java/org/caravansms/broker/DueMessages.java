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
 * Hands out what became due when the wall clock was set forward. Artemis waits for a message's time by a timer that does
 * not see that; when the clock is set back it looks at the clock again itself.
 */
final class DueMessages implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DueMessages.class);

    /** A clock that is corrected little by little needs nobody. */
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
            handOut();
        }
        ahead = step > STEP_MILLIS ? now : Math.min(now, ahead);
    }

    private void handOut() {
        String due = Message.HDR_SCHEDULED_DELIVERY_TIME + " <= " + wallMillis.getAsLong();
        Broker.queues(server).forEach(queue -> handOut(queue, due));
    }

    private static void handOut(Queue queue, String due) {
        try {
            queue.deliverScheduledMessages(due);
        } catch (ActiveMQException | RuntimeException e) {
            LOG.warn("What is due on {} waits for its timer: {}", queue.getName(), e.toString());
        }
    }
}
