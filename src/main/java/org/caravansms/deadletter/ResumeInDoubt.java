package org.caravansms.deadletter;

import jakarta.jms.JMSException;
import java.util.function.BooleanSupplier;

/**
 * The step that takes up the messages in doubt, every second: those that have rested go back to their queues behind what
 * waits there, and so do those that a late answer settles, so that dispatch sends the rest of them or notes them as sent.
 */
public final class ResumeInDoubt {

    /** Where many messages wait for a person, looking through them takes a tenth of the time at most. */
    private static final int REST = 9;

    private final DeadLetters inDoubt;
    private final BooleanSupplier room;
    private long next = System.nanoTime();

    /** @param room whether the disk has any for what is moved */
    public ResumeInDoubt(DeadLetters inDoubt, BooleanSupplier room) {
        this.inDoubt = inDoubt;
        this.room = room;
    }

    /** @throws JMSException when the queue cannot be read; what is not moved stays there */
    public void resume() throws JMSException {
        long start = System.nanoTime();
        if (start - next >= 0 && room.getAsBoolean()) {
            inDoubt.resume();
            long end = System.nanoTime();
            next = end + REST * (end - start);
        }
    }
}
