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
 * The rate limit of a provider: the step before a submit_sm that waits until the rate allows it. The rate counts parts;
 * the oldest message goes first. When the SMSC throttles, the {@link AdaptiveRate} falls for all binds together, and
 * the refused part waits again.
 */
public final class SubmitRateLimiter {

    private static final long LOOK_MILLIS = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(Comparator.comparingLong(Waiting::sequence));
    private final InFlight inFlight;
    private final AdaptiveRate rate;
    private long nextAt;

    /** @param rate the parts a second */
    public SubmitRateLimiter(InFlight inFlight, AdaptiveRate rate) {
        this.inFlight = inFlight;
        this.rate = rate;
        this.nextAt = System.nanoTime();
    }

    /**
     * Returns when the rate allows this part.
     *
     * @param goOn whether the queue's reader still runs
     * @throws NotSentException when it is being stopped
     * @throws ExpiredException when the message has expired meanwhile
     */
    public void acquire(
            @ExchangeProperty(InFlightMessage.PROPERTY) InFlightMessage sending,
            @ExchangeProperty("JmsBatchGoOn") BooleanSupplier goOn) {
        boolean throttled = sending.isPending();
        inFlight.release(sending);
        sending.sentAt = throttled || !rate.isUnlimited() ? queue(sending, goOn, throttled) : free();
    }

    /** Without a limit no lock is needed. */
    private long free() {
        long now = System.nanoTime();
        rate.count(now);
        return now;
    }

    private long queue(InFlightMessage sending, BooleanSupplier goOn, boolean throttled) {
        lock.lock();
        Waiting me = new Waiting(sending.sequence, lock.newCondition());
        try {
            if (throttled) {
                nextAt = Math.max(nextAt, System.nanoTime() + rate.throttled(sending.sentAt));
            }
            waiting.add(me);
            awaitRate(me, goOn);
            ExpiredException.check(sending.message, Instant.now());
            long now = System.nanoTime();
            rate.count(now);
            nextAt = Math.max(nextAt, now - rate.slackNanos()) + rate.nanosBetweenParts();
            return now;
        } finally {
            waiting.remove(me);
            wakeFirst();
            lock.unlock();
        }
    }

    private void awaitRate(Waiting me, BooleanSupplier goOn) {
        try {
            while (waiting.peek() != me || System.nanoTime() < nextAt) {
                if (!goOn.getAsBoolean()) {
                    throw new NotSentException("the gateway is stopping");
                }
                long wait = waiting.peek() == me ? nextAt - System.nanoTime() : Long.MAX_VALUE;
                me.allowed.await(Math.min(wait, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException("interrupted");
        }
    }

    private void wakeFirst() {
        Waiting first = waiting.peek();
        if (first != null) {
            first.allowed.signal();
        }
    }

    private record Waiting(long sequence, Condition allowed) {}
}
