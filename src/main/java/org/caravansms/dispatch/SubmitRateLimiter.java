package org.caravansms.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apache.camel.ExchangeProperty;
import org.caravansms.smsc.NotSentException;

/**
 * A provider's turnstile: the step before a submit_sm that waits for its turn. Turns are given at the provider's rate,
 * counted in parts, and to the message first that came first. When the SMSC throttles, all of the link slows down
 * together, to what was seen to pass ({@link AdaptiveRate}); a part that was thrown back takes another turn.
 */
public final class SubmitRateLimiter {

    private static final long LOOK_MILLIS = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(Comparator.comparingLong(Waiting::sequence));
    private final InFlight inFlight;
    private final AdaptiveRate rate;
    private long nextTurn;

    /** @param rate how often there is a turn */
    public SubmitRateLimiter(InFlight inFlight, AdaptiveRate rate) {
        this.inFlight = inFlight;
        this.rate = rate;
        this.nextTurn = System.nanoTime();
    }

    /**
     * Returns when it is this part's turn.
     *
     * @param goOn whether the queue's reader still runs
     * @throws NotSentException when it is being stopped
     * @throws ExpiredException when the message is of no more use by now
     */
    public void acquire(
            @ExchangeProperty(InFlightMessage.PROPERTY) InFlightMessage transit,
            @ExchangeProperty("JmsBatchGoOn") BooleanSupplier goOn) {
        boolean thrownBack = transit.isUnderWay();
        inFlight.putDown(transit);
        transit.turn(thrownBack || !rate.isUnlimited() ? queue(transit, goOn, thrownBack) : free());
    }

    /** Nobody waits and nobody has to: a turn costs no lock. */
    private long free() {
        long now = System.nanoTime();
        rate.count(now);
        return now;
    }

    private long queue(InFlightMessage transit, BooleanSupplier goOn, boolean thrownBack) {
        lock.lock();
        Waiting me = new Waiting(transit.sequence(), lock.newCondition());
        try {
            if (thrownBack) {
                nextTurn = Math.max(nextTurn, System.nanoTime() + rate.throttled(transit.turn()));
            }
            waiting.add(me);
            awaitTurn(me, goOn);
            ExpiredException.check(transit.message(), Instant.now());
            long now = System.nanoTime();
            rate.count(now);
            nextTurn = Math.max(nextTurn, now - rate.slackNanos()) + rate.nanosBetweenTurns();
            return now;
        } finally {
            waiting.remove(me);
            wakeFirst();
            lock.unlock();
        }
    }

    private void awaitTurn(Waiting me, BooleanSupplier goOn) {
        try {
            while (waiting.peek() != me || System.nanoTime() < nextTurn) {
                if (!goOn.getAsBoolean()) {
                    throw new NotSentException("the gateway is stopping");
                }
                long wait = waiting.peek() == me ? nextTurn - System.nanoTime() : Long.MAX_VALUE;
                me.turn.await(Math.min(wait, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException("interrupted");
        }
    }

    private void wakeFirst() {
        Waiting first = waiting.peek();
        if (first != null) {
            first.turn.signal();
        }
    }

    private record Waiting(long sequence, Condition turn) {}
}
