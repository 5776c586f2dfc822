package org.caravansms.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The step of the route {@code submit} that has each request wait while the store falls further and further behind. A
 * store that catches up, for one after an outage, or that is not there slows nobody.
 */
public final class SlowAcceptance {

    private static final Delay NONE = new Delay(Instant.MIN, Duration.ZERO, Instant.MIN, 0);
    private static final long LEAST_MILLIS = 10;
    private static final long LONGEST_MILLIS = 1_000;

    /** A store that took no batch for so long does not work, and waiting for it is of no use. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Duration allowed;
    private volatile Delay last = NONE;

    private record Delay(Instant oldest, Duration behind, Instant at, long pause) {}

    /** @param allowed the delay of the store up to which nobody waits; zero: nobody ever does */
    public SlowAcceptance(InstantSource clock, Duration allowed) {
        this.clock = clock;
        this.allowed = allowed;
    }

    /**
     * The store takes a batch. The pause grows by a quarter as long as it falls further behind, and to ten times for each
     * second above what is allowed; it shrinks by a quarter when it does not, so that acceptance does not swing between
     * full speed and none.
     *
     * @param oldest when its first event was published; a batch that is tried again says nothing
     */
    void takes(Instant oldest) {
        Delay before = last;
        if (!oldest.equals(before.oldest())) {
            Instant now = clock.instant();
            Duration behind = Duration.between(oldest, now);
            last = new Delay(oldest, behind, now, pause(behind, now, before));
        }
    }

    private long pause(Duration behind, Instant now, Delay before) {
        Duration above = behind.minus(allowed);
        if (allowed.isZero() || above.isNegative()) {
            return 0;
        } else if (behind.compareTo(before.behind()) <= 0) {
            return before.pause() * 3 / 4;
        }
        long grown = before.pause() + Math.max(LEAST_MILLIS, before.pause() / 4);
        long least = isSilent(before, now) ? 0 : leastAt(above);
        return Math.min(LONGEST_MILLIS, Math.max(grown, least));
    }

    private static boolean isSilent(Delay since, Instant now) {
        return now.isAfter(since.at().plus(SILENCE));
    }

    private static long leastAt(Duration above) {
        return Math.round(LEAST_MILLIS * Math.pow(10, above.toMillis() / 1000.0));
    }

    /** @return milliseconds that a request waits before it is checked */
    public long pause() {
        Delay now = last;
        return now.pause() == 0 || isSilent(now, clock.instant()) ? 0 : now.pause();
    }
}
