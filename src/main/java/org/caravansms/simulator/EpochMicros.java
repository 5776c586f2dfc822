package org.caravansms.simulator;

import java.time.Instant;

/** The wall clock in microseconds since the epoch: milliseconds are too coarse for thousands of PDUs a second. */
final class EpochMicros {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private EpochMicros() {}

    static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * MICROS_PER_SECOND + now.getNano() / NANOS_PER_MICRO;
    }
}
