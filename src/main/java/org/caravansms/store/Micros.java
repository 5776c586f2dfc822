package org.caravansms.store;

import com.fasterxml.jackson.databind.util.StdConverter;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Times as the database has them: microseconds since 1970. */
final class Micros {

    private static final long A_SECOND = TimeUnit.SECONDS.toMicros(1);

    private Micros() {}

    static long of(Instant time) {
        return time.getEpochSecond() * A_SECOND + time.getNano() / 1000;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, A_SECOND), Math.floorMod(micros, A_SECOND) * 1000);
    }

    /** For Jackson. */
    static final class Written extends StdConverter<Instant, Long> {
        @Override
        public Long convert(Instant time) {
            return of(time);
        }
    }

    /** For Jackson. */
    static final class Read extends StdConverter<Long, Instant> {
        @Override
        public Instant convert(Long micros) {
            return instant(micros);
        }
    }
}
