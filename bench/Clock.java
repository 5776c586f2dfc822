package bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/** The clock that all processes share: microseconds since the epoch. */
final class Clock {
    private static final long STALLED_MICROS = 30_000_000;

    private Clock() {}

    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Waits until so many are counted.
     *
     * @return when it saw the last one
     * @throws IllegalStateException if none was counted for 30 s
     */
    static long awaitAll(long expected, LongSupplier count, int pauseMillis, String what) {
        long seen = count.getAsLong();
        long since = micros();
        while (seen < expected) {
            pause(pauseMillis);
            long now = count.getAsLong();
            since = now > seen ? micros() : since;
            seen = now;
            if (micros() - since > STALLED_MICROS) {
                throw new IllegalStateException(seen + " of " + expected + " " + what + ": " + (expected - seen)
                        + " missing, none came for " + STALLED_MICROS / 1_000_000 + " s");
            }
        }
        return micros();
    }
}
