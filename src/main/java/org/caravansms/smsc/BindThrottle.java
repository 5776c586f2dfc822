package org.caravansms.smsc;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the binds of a provider log in one after the other, and none for a while after a refused login: the SMSC counts
 * the failures of all together, and locks accounts.
 */
final class BindThrottle {

    private final ReentrantLock turn = new ReentrantLock(true);
    private long notBefore = System.nanoTime();

    /** Waits until a login is allowed. {@link #end()} must follow in any case. */
    void begin() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            TimeUnit.NANOSECONDS.sleep(notBefore - System.nanoTime());
        } catch (InterruptedException e) {
            turn.unlock();
            throw e;
        }
    }

    /** The login was refused: the next one comes later. */
    void blockFor(Duration rest) {
        notBefore = System.nanoTime() + rest.toNanos();
    }

    void end() {
        turn.unlock();
    }
}
