package org.caravansms.api;

import java.util.BitSet;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * Locks for any number of keys. A request locks all its keys in one order, against deadlocks. Keys share locks: requests
 * without a common key may wait for each other.
 */
final class KeyLocks {

    private static final int LOCKS = 1024;

    private final Semaphore[] locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new Semaphore(1)).toArray(Semaphore[]::new);

    BitSet lock(Collection<String> keys) {
        BitSet taken = new BitSet(LOCKS);
        keys.forEach(key -> taken.set(Math.floorMod(key.hashCode(), LOCKS)));
        taken.stream().forEach(i -> locks[i].acquireUninterruptibly());
        return taken;
    }

    /** By any thread: a route may go on in another one. */
    void unlock(BitSet taken) {
        taken.stream().forEach(i -> locks[i].release());
    }
}
