package org.caravansms.faults;

import java.util.concurrent.atomic.AtomicInteger;

/** A step of a route at which the gateway dies, as by kill -9: nothing is closed, nothing is written any more. */
public final class Halt {

    private static final AtomicInteger PASSED = new AtomicInteger();

    /** Dies when it is passed for the n-th time, n being the system property {@code caravan.halt-at}; never without. */
    public void here() {
        if (PASSED.incrementAndGet() == Integer.getInteger("caravan.halt-at", 0)) {
            Runtime.getRuntime().halt(137);
        }
    }
}
