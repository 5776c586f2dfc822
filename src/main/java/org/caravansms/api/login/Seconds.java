package org.caravansms.api.login;

import java.util.concurrent.TimeUnit;

/** Waiting times as clients hear them: whole seconds, rounded up, of a time that is not 0. */
final class Seconds {

    private Seconds() {}

    static long of(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos - 1) + 1;
    }
}
