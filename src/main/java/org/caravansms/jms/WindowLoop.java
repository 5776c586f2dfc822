package org.caravansms.jms;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.client.ClientMessage;

/**
 * The thread of one queue: receives while the window has room, settles the messages whose routes have ended, and
 * commits every few milliseconds. A slow message delays no other one, neither in the route nor at the commit.
 */
final class WindowLoop extends ReadLoop {

    private static final long IDLE_MILLIS = 100;
    private static final long BUSY_MILLIS = 1;
    private static final long COMMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private final BlockingQueue<InHand> routed = new LinkedBlockingQueue<>();
    private final List<InHand> acknowledged = new ArrayList<>();
    private final JmsWindowConsumer consumer;
    private final int most;
    private InHand open;
    private int underWay;
    private long firstSettled;
    private boolean pauseDue;

    WindowLoop(JmsWindowConsumer consumer, String queue) {
        super(consumer.getEndpoint(), queue);
        this.consumer = consumer;
        this.most = Math.max(1, endpoint.getBatchSize() / endpoint.getConcurrentConsumers());
    }

    /** At the end of the session unsettled and prefetched messages return to their places on the queue. */
    @Override
    boolean read() throws JMSException {
        pauseDue = false;
        try (WindowSession session = new WindowSession(endpoint, queue)) {
            wakeOnStop(session.reader());
            serve(session);
            drain(session);
            return pauseDue;
        } finally {
            abandon();
        }
    }

    private void serve(WindowSession session) throws JMSException {
        while (!pauseDue && mayReceive()) {
            boolean handedOut = consumer.hasRoom() && handOut(session);
            settleAll(handedOut ? routed.poll() : await(BUSY_MILLIS), session);
            commitIfDue(session, !handedOut && underWay == 0);
        }
    }

    /** Receives and routes nothing more, and finishes the messages in the route. */
    private void drain(WindowSession session) throws JMSException {
        if (open != null && open.hasNext()) {
            open.cut();
            settleIfDone(open, session);
        }
        commitIfDue(session, true);
        while (underWay > 0) {
            settleAll(await(IDLE_MILLIS), session);
            commitIfDue(session, true);
        }
    }

    /** @return whether there was a text to route */
    private boolean handOut(WindowSession session) throws JMSException {
        boolean handedOut = false;
        try {
            if (open == null || !open.hasNext()) {
                open = receive(session);
            }
            if (open != null) {
                consumer.handOut(open, this, routed);
                underWay++;
                handedOut = true;
            }
        } finally {
            if (!handedOut) {
                consumer.releaseRoom();
            }
        }
        return handedOut;
    }

    private InHand receive(WindowSession session) throws JMSException {
        boolean idle = underWay == 0 && session.uncommitted() == 0;
        ClientMessage message = session.reader().receive(idle ? IDLE_MILLIS : BUSY_MILLIS);
        // one that came after a pause returns to the queue with the session
        return message == null || !mayReceive() ? null : session.read(message);
    }

    private void settleAll(InHand first, WindowSession session) throws JMSException {
        for (InHand next = first; next != null; next = routed.poll()) {
            underWay--;
            next.end();
            settleIfDone(next, session);
        }
    }

    private void settleIfDone(InHand message, WindowSession session) throws JMSException {
        if (message.isDone()) {
            if (session.uncommitted() == 0) {
                firstSettled = System.nanoTime();
            }
            pauseDue |= session.settle(message) != Settlement.Result.SETTLED;
            acknowledged.add(message);
        }
    }

    private void commitIfDue(WindowSession session, boolean idle) throws JMSException {
        int count = session.uncommitted();
        if (count >= most || count > 0 && (idle || System.nanoTime() - firstSettled > COMMIT_NANOS)) {
            session.commit();
            acknowledged.forEach(message -> consumer.done(message, true));
            acknowledged.clear();
        }
    }

    /** Without its commit the transaction has settled nothing. */
    private void abandon() {
        acknowledged.forEach(message -> consumer.done(message, false));
        acknowledged.clear();
        if (open != null) {
            open.cut();
            open = null;
        }
        while (underWay > 0) {
            InHand late = await(IDLE_MILLIS);
            if (late != null) {
                underWay--;
                late.end();
                abandonIfDone(late);
            }
        }
    }

    private void abandonIfDone(InHand message) {
        if (message.isDone()) {
            consumer.done(message, false);
        }
    }

    private InHand await(long millis) {
        try {
            return routed.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
