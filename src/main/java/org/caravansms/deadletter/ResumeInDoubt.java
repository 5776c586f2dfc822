package org.caravansms.deadletter;

import jakarta.jms.JMSException;
import java.util.function.BooleanSupplier;

/**
 * The step that returns messages in doubt to their queues, every second: those whose wait is over, and those that a
 * late answer settles, so that dispatch sends their other parts or notes them as sent.
 */
public final class ResumeInDoubt {

    /** The scan of a long queue takes a tenth of the time at most. */
    private static final int PAUSE_FACTOR = 9;

    private final DeadLetters inDoubt;
    private final BooleanSupplier room;
    private long next = System.nanoTime();

    /** @param room whether the disk has room for the messages that are moved */
    public ResumeInDoubt(DeadLetters inDoubt, BooleanSupplier room) {
        this.inDoubt = inDoubt;
        this.room = room;
    }

    /** @throws JMSException when the queue cannot be read; the other messages stay there */
    public void resume() throws JMSException {
        long start = System.nanoTime();
        if (start - next >= 0 && room.getAsBoolean()) {
            inDoubt.resume();
            long end = System.nanoTime();
            next = end + PAUSE_FACTOR * (end - start);
        }
    }
}
