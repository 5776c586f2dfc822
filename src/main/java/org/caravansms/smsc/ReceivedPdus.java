package org.caravansms.smsc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.caravansms.message.SmscPdu;

/**
 * What one session's SMSC sent and nobody took yet, in its order. It is bounded: who adds to a full one waits, and so
 * does an SMSC whose reader that is.
 */
final class ReceivedPdus {

    private final int mostPdus;
    private final long mostOctets;
    private final Queue<SmscPdu> waiting = new ArrayDeque<>();
    private long octets;
    private int inHand;
    private boolean closed;

    ReceivedPdus(int mostPdus, long mostOctets) {
        this.mostPdus = mostPdus;
        this.mostOctets = mostOctets;
    }

    /** Waits for room; what is added to a closed one is dropped. */
    synchronized void add(SmscPdu pdu) throws InterruptedException {
        while (isFull() && !closed) {
            wait();
        }
        if (!closed) {
            waiting.add(pdu);
            octets += pdu.octets().length;
            notifyAll();
        }
    }

    /**
     * Whoever takes again is done with what was taken before.
     *
     * @return the first of them, as many as there are up to a number; none when it is closed and empty
     */
    synchronized List<SmscPdu> take(int most) throws InterruptedException {
        inHand = 0;
        notifyAll();
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        List<SmscPdu> taken = new ArrayList<>(Math.min(most, waiting.size()));
        while (taken.size() < most && !waiting.isEmpty()) {
            SmscPdu pdu = waiting.remove();
            octets -= pdu.octets().length;
            taken.add(pdu);
        }
        inHand = taken.size();
        notifyAll();
        return taken;
    }

    /** Waits until all that came is done with, but not for longer than so many milliseconds. */
    synchronized void awaitDone(long millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (inHand + waiting.size() > 0 && until - System.nanoTime() > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, until - System.nanoTime());
        }
    }

    /** Takes nothing more; what it has may still be taken. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Nobody waits any more for what it had, nor for what was taken of it. */
    synchronized void clear() {
        waiting.clear();
        octets = 0;
        inHand = 0;
        notifyAll();
    }

    private boolean isFull() {
        return waiting.size() >= mostPdus || octets >= mostOctets;
    }
}
