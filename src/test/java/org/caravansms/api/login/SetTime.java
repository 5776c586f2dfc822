package org.caravansms.api.login;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A clock that a test sets. */
final class SetTime implements TimeMeter {

    private volatile long nanos;

    void forward(long seconds) {
        nanos += Duration.ofSeconds(seconds).toNanos();
    }

    @Override
    public long currentTimeNanos() {
        return nanos;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
