package org.caravansms.message;

import java.time.Duration;

/**
 * The wait before the next attempt: it doubles with each one.
 *
 * @param first the delay after the first try
 * @param longest no delay is longer
 */
public record RetryDelay(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /** @return one without a limit, for a few attempts */
    public static RetryDelay of(Duration first) {
        return new RetryDelay(first, first.multipliedBy(1L << MOST_DOUBLINGS));
    }

    /** @param tries those that failed so far, from 1 on */
    public Duration after(int tries) {
        return atMost(first.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS)));
    }

    /** @return the delay that the other side asked for where that is longer */
    public Duration after(int tries, Duration asked) {
        Duration own = after(tries);
        return asked.compareTo(own) > 0 ? atMost(asked) : own;
    }

    private Duration atMost(Duration delay) {
        return delay.compareTo(longest) > 0 ? longest : delay;
    }
}
