package org.caravansms.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The step of the route {@code submit} that has each request wait while the store falls further and further behind. A
 * store that catches up, for one after an outage, or that is not there slows nobody.
 */
public final class SlowAcceptance {

    private static final Delay NONE = new Delay(Duration.ZERO, Instant.MIN, 0);
    private static final long LEAST_MILLIS = 10;
    private static final long LONGEST_MILLIS = 1_000;

    /** A store that took no batch for so long does not work, and waiting for it is of no use. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Duration allowed;
    private volatile Delay last = NONE;

    private record Delay(Duration behind, Instant at, long pause) {}

    /** @param allowed the delay of the store up to which nobody waits; zero: nobody ever does */
    public SlowAcceptance(InstantSource clock, Duration allowed) {
        this.clock = clock;
        this.allowed = allowed;
    }

    /**
     * The store takes a batch. The pause grows by a quarter as long as it falls further behind, and shrinks by one when
     * it does not, so that acceptance does not swing between full speed and none.
     */
    void takes(Duration behind) {
        Delay before = last;
        if (allowed.isZero() || behind.compareTo(allowed) < 0) {
            last = new Delay(behind, clock.instant(), 0);
        } else {
            long pause = behind.compareTo(before.behind()) > 0
                    ? Math.min(LONGEST_MILLIS, before.pause() + Math.max(LEAST_MILLIS, before.pause() / 4))
                    : before.pause() * 3 / 4;
            last = new Delay(behind, clock.instant(), pause);
        }
    }

    /** @return milliseconds that a request waits before it is checked */
    public long pause() {
        Delay now = last;
        return now.pause() == 0 || clock.instant().isAfter(now.at().plus(SILENCE)) ? 0 : now.pause();
    }
}
