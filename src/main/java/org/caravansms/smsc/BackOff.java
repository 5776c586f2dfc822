package org.caravansms.smsc;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The rests between tries to bind: each is chosen at random between nothing and a limit that doubles with each try, so
 * that those who lost an SMSC together do not come back together.
 */
final class BackOff {

    private static final int MOST_DOUBLINGS = 30;

    private final long firstMillis;
    private final long mostMillis;
    private final RandomGenerator random;
    private int tries;

    BackOff(Duration first, Duration most, RandomGenerator random) {
        this.firstMillis = Math.max(1, first.toMillis());
        this.mostMillis = Math.max(firstMillis, most.toMillis());
        this.random = random;
    }

    Duration next() {
        long limit = Math.min(mostMillis, firstMillis << Math.min(tries++, MOST_DOUBLINGS));
        return Duration.ofMillis(random.nextLong(limit + 1));
    }

    /** All is well again: the next rest is a short one. */
    void reset() {
        tries = 0;
    }
}
