package org.caravansms.simulator;

import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** A response that waits for its moment; those due together leave in the order of their numbers. */
record DueResponse(Response response, long dueNanos, long number) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed that) {
        DueResponse other = (DueResponse) that;
        // by difference: nanoTime may overflow
        int order = Long.signum(dueNanos - other.dueNanos);
        return order == 0 ? Long.compare(number, other.number) : order;
    }
}
