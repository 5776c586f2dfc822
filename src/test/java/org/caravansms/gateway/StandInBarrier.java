package org.caravansms.gateway;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts who waits for the store, and has them wait for nothing. */
public final class StandInBarrier {

    private final AtomicInteger waited = new AtomicInteger();

    public boolean await() {
        waited.incrementAndGet();
        return true;
    }

    int waited() {
        return waited.get();
    }
}
