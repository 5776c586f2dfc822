package org.caravansms.api;

import java.util.concurrent.TimeUnit;

/** Waiting times as clients hear them: whole seconds, the next after the exact time. */
final class Seconds {

    private Seconds() {}

    static long of(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos) + 1;
    }
}
