package org.caravansms.queue;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.camel.Exchange;
import org.caravansms.message.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One queue's thread: hands messages out while there is room in the window, gathers what they came to, and commits that
 * every few milliseconds. A slow message holds nobody up, neither at the SMSC nor at the commit.
 */
final class WindowLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(WindowLoop.class);
    private static final long GATE_MILLIS = 50;
    private static final long RECONNECT_MILLIS = 1000;
    private static final long IDLE_MILLIS = 100;
    private static final long BUSY_MILLIS = 1;
    private static final long COMMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final int COMMIT_MESSAGES = 200;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final BlockingQueue<InHand> settled = new LinkedBlockingQueue<>();
    private final List<InHand> acknowledged = new ArrayList<>();
    private final JmsWindowConsumer consumer;
    private final JmsBatchEndpoint endpoint;
    private final String queue;
    private int underWay;
    private long firstSettled;
    private boolean putBack;

    WindowLoop(JmsWindowConsumer consumer, String queue) {
        this.consumer = consumer;
        this.endpoint = consumer.getEndpoint();
        this.queue = queue;
    }

    void stop() {
        stopped.countDown();
    }

    boolean isRunning() {
        return stopped.getCount() > 0;
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

    /** What was put back returns to its place with the end of the session, and with it what was fetched ahead. */
    private void readUntilARest() {
        long rest = 0;
        putBack = false;
        try (WindowSession session = new WindowSession(endpoint, queue)) {
            serve(session);
            drain(session);
            rest = putBack ? endpoint.getRestAfterPutBack() : 0;
        } catch (JMSException | RuntimeException e) {
            LOG.warn("Reading {} failed and starts again: {}", queue, e.toString());
            rest = RECONNECT_MILLIS;
        } finally {
            abandon();
        }
        rest(rest);
    }

    private void serve(WindowSession session) throws JMSException {
        while (isRunning() && !putBack && endpoint.mayReceive()) {
            boolean received = consumer.hasRoom() && receive(session);
            InHand next = received ? settled.poll() : await(settled, BUSY_MILLIS);
            settleAll(next, session);
            commitIfDue(session, !received);
        }
    }

    /** Nothing new is taken; what is under way is brought to its end. */
    private void drain(WindowSession session) throws JMSException {
        commitIfDue(session, true);
        while (underWay > 0) {
            settleAll(await(settled, IDLE_MILLIS), session);
            commitIfDue(session, true);
        }
    }

    private boolean receive(WindowSession session) throws JMSException {
        boolean handedOut = false;
        try {
            ClientMessage message = session.receive(isIdle(session) ? IDLE_MILLIS : BUSY_MILLIS);
            if (message != null) {
                consumer.handOut(session.read(message, consumer.exchange(this)), settled);
                underWay++;
                handedOut = true;
            }
        } finally {
            if (!handedOut) {
                consumer.giveBackRoom();
            }
        }
        return handedOut;
    }

    private boolean isIdle(WindowSession session) {
        return underWay == 0 && session.uncommitted() == 0;
    }

    /** A message whose route failed without a rule may have left the machine. */
    private static Outcome outcome(Exchange exchange) {
        return exchange.getException() == null && exchange.getMessage().getBody() instanceof Outcome outcome
                ? outcome
                : Settlement.UNSETTLED;
    }

    private void settleAll(InHand first, WindowSession session) throws JMSException {
        for (InHand next = first; next != null; next = settled.poll()) {
            underWay--;
            Outcome outcome = outcome(next.exchange());
            if (session.uncommitted() == 0) {
                firstSettled = System.nanoTime();
            }
            putBack |= session.settle(next, outcome) || outcome == Settlement.UNSETTLED;
            acknowledged.add(next);
        }
    }

    private void commitIfDue(WindowSession session, boolean idle) throws JMSException {
        int count = session.uncommitted();
        if (count >= COMMIT_MESSAGES || count > 0 && (idle || System.nanoTime() - firstSettled > COMMIT_NANOS)) {
            session.commit();
            acknowledged.forEach(message -> consumer.done(message.exchange(), true));
            acknowledged.clear();
        }
    }

    /** The transaction is gone: what its messages came to is not on record. */
    private void abandon() {
        acknowledged.forEach(message -> consumer.done(message.exchange(), false));
        acknowledged.clear();
        while (underWay > 0) {
            InHand late = await(settled, IDLE_MILLIS);
            if (late != null) {
                underWay--;
                consumer.done(late.exchange(), false);
            }
        }
    }

    private static InHand await(BlockingQueue<InHand> settled, long millis) {
        try {
            return settled.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
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
