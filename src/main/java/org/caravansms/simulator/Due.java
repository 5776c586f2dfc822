package org.caravansms.simulator;

import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** What waits for its moment; those due together leave in the order of their numbers. */
interface Due extends Delayed {
    /** From when on it may leave, by {@link System#nanoTime()}. */
    long dueNanos();

    long number();

    @Override
    default long getDelay(TimeUnit unit) {
        return unit.convert(dueNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    default int compareTo(Delayed that) {
        Due other = (Due) that;
        // by difference: nanoTime may overflow
        int order = Long.signum(dueNanos() - other.dueNanos());
        return order == 0 ? Long.compare(number(), other.number()) : order;
    }
}
