package org.caravansms.dispatch;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * The parts a second for a provider: the rate of its block, and less while its SMSC throttles. After a throttled part
 * the rate is nine tenths of the rate that was accepted lately. Then it grows again: fast while it is far below the
 * rate at which the SMSC throttled, slowly near it, and fast again above it.
 */
public final class AdaptiveRate {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(5);
    private static final long BORNE = TimeUnit.SECONDS.toNanos(2);
    private static final double NEARLY = 0.95;
    private static final int ENOUGH = 20;
    private static final double SLOWEST = 0.5;
    private static final double FREE = 1_000_000;
    private static final double LEFT = 0.9;
    private static final double NEAR = 0.85;
    private static final double BEYOND = 1.15;
    private static final double FAST_GROWTH = 0.05;
    private static final double SLOW_GROWTH = 0.002;
    private static final double LATELY_SECONDS = 30;

    private final double most;
    private final LongSupplier nanoTime;
    private final LongAdder parts = new LongAdder();
    private volatile double perSecond;
    private volatile long secondBegan;
    private long loadBegan;
    private Sample atSecond;
    private Sample atSecondBefore;
    private double ceiling;
    private boolean ceilingSeen;
    private long throttled;
    private long passedBefore;
    private long slowedAt;
    private long grownAt;
    private long pause = SHORTEST_PAUSE;

    /** @param perSecond the most, 0 for no limit */
    public AdaptiveRate(int perSecond) {
        this(perSecond, System::nanoTime);
    }

    AdaptiveRate(int perSecond, LongSupplier nanoTime) {
        this.most = perSecond == 0 ? Double.POSITIVE_INFINITY : perSecond;
        this.nanoTime = nanoTime;
        this.perSecond = most;
        forget(nanoTime.getAsLong());
        this.slowedAt = secondBegan - LONGEST_PAUSE;
    }

    boolean isUnlimited() {
        return perSecond == Double.POSITIVE_INFINITY;
    }

    /** @return parts a second, at present */
    double perSecond() {
        return perSecond;
    }

    /** A part is let through now. */
    void count(long now) {
        parts.increment();
        if (now - secondBegan >= SECOND) {
            roll(now);
        }
    }

    /** An unused part of the rate may be used later, for so long. */
    long slackNanos() {
        return STEP / 2;
    }

    synchronized long nanosBetweenParts() {
        grow(nanoTime.getAsLong());
        return isUnlimited() ? 0 : (long) (SECOND / perSecond);
    }

    /**
     * The SMSC throttled a part.
     *
     * @param sentAt when that part was sent: all parts sent before the last slowing down are one throttling
     * @return how long the link pauses, in nanoseconds
     */
    synchronized long throttled(long sentAt) {
        throttled++;
        long now = nanoTime.getAsLong();
        if (sentAt - slowedAt <= 0) {
            return 0;
        }
        slowDown(now);
        return pause;
    }

    private void slowDown(long now) {
        pause = hasPassed() ? SHORTEST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
        // in the first seconds of a load fewer parts pass than the SMSC allows: many are throttled at once, then all
        // pause
        ceilingSeen = now - loadBegan >= 3 * SECOND;
        ceiling = Math.max(SLOWEST, Math.min(most, Math.max(passed(now), proven(now))));
        perSecond = Math.max(SLOWEST, LEFT * Math.min(ceiling, perSecond));
        slowedAt = now;
        grownAt = now;
        passedBefore = parts.sum() - throttled;
    }

    /** Whether any part was accepted since the last slowing down. */
    private boolean hasPassed() {
        return parts.sum() - throttled > passedBefore;
    }

    /** @return nearly the rate that was accepted for a while before this throttling */
    private double proven(long now) {
        return isUnlimited() || now - slowedAt < BORNE ? 0 : NEARLY * perSecond;
    }

    /** @return the parts a second that were accepted lately, in seconds with enough parts */
    private double passed(long now) {
        double seconds = Math.max(now - atSecondBefore.time, STEP) / (double) SECOND;
        long refused = throttled - atSecondBefore.throttled;
        return (parts.sum() - atSecondBefore.parts - refused) / seconds;
    }

    /** @return the parts a second that were let through in the last seconds with a load, 0 after a silence */
    synchronized double lately() {
        long now = nanoTime.getAsLong();
        double seconds = (now - atSecondBefore.time) / (double) SECOND;
        return seconds > LATELY_SECONDS ? 0 : (parts.sum() - atSecondBefore.parts) / Math.max(seconds, 0.1);
    }

    private synchronized void roll(long now) {
        if (now - secondBegan >= (isUnlimited() ? 2 : 20) * SECOND) {
            forget(now);
        } else if (now - secondBegan >= SECOND && (isUnlimited() || parts.sum() - atSecond.parts >= ENOUGH)) {
            atSecondBefore = atSecond;
            atSecond = new Sample(now, parts.sum(), throttled);
            secondBegan = now;
        }
    }

    /** After a silence the counts before it mean nothing. */
    private void forget(long now) {
        atSecond = new Sample(now, parts.sum(), throttled);
        atSecondBefore = atSecond;
        secondBegan = now;
        loadBegan = now;
    }

    private void grow(long now) {
        if (isUnlimited() || now - grownAt < STEP) {
            return;
        }
        double steps = (now - grownAt) / (double) STEP;
        boolean near = ceilingSeen && perSecond > NEAR * ceiling && perSecond < BEYOND * ceiling;
        double grown = perSecond * Math.pow(1 + (near ? SLOW_GROWTH : FAST_GROWTH), steps);
        perSecond = grown > FREE ? most : Math.min(most, grown);
        grownAt = now;
    }

    private record Sample(long time, long parts, long throttled) {}
}
