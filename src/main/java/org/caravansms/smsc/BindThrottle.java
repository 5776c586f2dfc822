package org.caravansms.smsc;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The binds of a provider log in one after the other, and none for a while after a login was refused: the SMSC counts
 * them together, and locks accounts.
 */
final class BindThrottle {

    private final ReentrantLock turn = new ReentrantLock(true);
    private long notBefore = System.nanoTime();

    /** Waits until a login is in order. To be followed by {@link #end()}, whatever comes of it. */
    void begin() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            TimeUnit.NANOSECONDS.sleep(notBefore - System.nanoTime());
        } catch (InterruptedException e) {
            turn.unlock();
            throw e;
        }
    }

    /** The login whose turn it is was refused. */
    void restFor(Duration rest) {
        notBefore = System.nanoTime() + rest.toNanos();
    }

    void end() {
        turn.unlock();
    }
}
