package org.caravansms.smsc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.caravansms.message.SmscPdu;

/**
 * The PDUs of one session's SMSC that wait to be persisted, in their order. It is bounded: when it is full, the reader
 * waits, and with it the SMSC.
 */
final class ReceivedPdus {

    private final int mostPdus;
    private final long mostOctets;
    private final Queue<SmscPdu> waiting = new ArrayDeque<>();
    private long octets;
    private int taken;
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
     * Taking again means that the batch before is done.
     *
     * @return the first of them, as many as there are up to a number; none when it is closed and empty
     */
    synchronized List<SmscPdu> take(int most) throws InterruptedException {
        taken = 0;
        notifyAll();
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        List<SmscPdu> batch = new ArrayList<>(Math.min(most, waiting.size()));
        while (batch.size() < most && !waiting.isEmpty()) {
            SmscPdu pdu = waiting.remove();
            octets -= pdu.octets().length;
            batch.add(pdu);
        }
        taken = batch.size();
        notifyAll();
        return batch;
    }

    /** Waits until all that came is done with, but not for longer than so many milliseconds. */
    synchronized void awaitDone(long millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (taken + waiting.size() > 0 && until - System.nanoTime() > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, until - System.nanoTime());
        }
    }

    /** No more PDUs are added; those that wait may still be taken. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Drops all PDUs, also those that were taken. */
    synchronized void clear() {
        waiting.clear();
        octets = 0;
        taken = 0;
        notifyAll();
    }

    private boolean isFull() {
        return waiting.size() >= mostPdus || octets >= mostOctets;
    }
}
