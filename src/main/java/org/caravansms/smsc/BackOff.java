package org.caravansms.smsc;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.caravansms.message.RetryDelay;

/**
 * The waits between tries to bind: random, up to a limit that doubles with each try, so that the links that lost an
 * SMSC at once do not bind again at once.
 */
final class BackOff {

    private final RetryDelay limit;
    private final RandomGenerator random;
    private int tries;

    BackOff(Duration first, Duration most, RandomGenerator random) {
        this.limit = new RetryDelay(first, most);
        this.random = random;
    }

    Duration next() {
        return Duration.ofMillis(random.nextLong(limit.after(++tries).toMillis() + 1));
    }

    /** After a good session: the next wait is short. */
    void reset() {
        tries = 0;
    }
}
