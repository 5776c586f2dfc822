package org.caravansms.api;

import java.util.BitSet;
import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Locks for any number of keys. A request locks all its keys in one order, against deadlocks. Keys share locks: requests
 * without a common key may wait for each other.
 */
final class KeyLocks {

    private static final int LOCKS = 1024;

    private final ReentrantLock[] locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    BitSet lock(Collection<String> keys) {
        BitSet taken = new BitSet(LOCKS);
        keys.forEach(key -> taken.set(Math.floorMod(key.hashCode(), LOCKS)));
        taken.stream().forEach(i -> locks[i].lock());
        return taken;
    }

    /** To be called by the thread that locked. */
    void unlock(BitSet taken) {
        taken.stream().forEach(i -> locks[i].unlock());
    }
}
