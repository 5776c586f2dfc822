package org.caravansms.smsc;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.caravansms.message.RetryDelay;

/**
 * The rests between tries to bind: each is chosen at random between nothing and a limit that doubles with each try, so
 * that those who lost an SMSC together do not come back together.
 */
final class BackOff {

    private final RetryDelay limit;
    private final RandomGenerator random;
    private int tries;

    BackOff(Duration first, Duration most, RandomGenerator random) {
        Duration least = longer(first, Duration.ofMillis(1));
        this.limit = new RetryDelay(least, longer(most, least));
        this.random = random;
    }

    Duration next() {
        return Duration.ofMillis(random.nextLong(limit.after(++tries).toMillis() + 1));
    }

    /** All is well again: the next rest is a short one. */
    void reset() {
        tries = 0;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
