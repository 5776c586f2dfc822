package org.caravansms.smppserver;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many a second there were, over the last ten whole seconds. */
final class Throughput {

    private static final int SECONDS = 10;

    private final long[] counts = new long[SECONDS + 1];
    private final LongSupplier nanos;
    private long second;

    Throughput(LongSupplier nanos) {
        this.nanos = nanos;
        this.second = now();
    }

    synchronized void count() {
        pass();
        counts[index(second)]++;
    }

    synchronized double perSecond() {
        pass();
        return (double) (Arrays.stream(counts).sum() - counts[index(second)]) / SECONDS;
    }

    /** Forgets the seconds that are too long ago. */
    private void pass() {
        long now = now();
        for (long next = Math.max(second, now - counts.length) + 1; next <= now; next++) {
            counts[index(next)] = 0;
        }
        second = now;
    }

    private int index(long of) {
        return (int) Math.floorMod(of, (long) counts.length);
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong());
    }
}
