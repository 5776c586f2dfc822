package org.caravansms.api;

import java.util.BitSet;
import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Locks for any number of keys. A request takes all that it needs in one order, so that no two wait for each other.
 * Keys share the locks: strangers may wait for a commit of each other's.
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

    /** By the thread that locked. */
    void unlock(BitSet taken) {
        taken.stream().forEach(i -> locks[i].unlock());
    }
}
