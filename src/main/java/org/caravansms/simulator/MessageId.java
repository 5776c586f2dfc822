package org.caravansms.simulator;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Gives out values of message_id: a counter that starts elsewhere in each process. */
final class MessageId {
    private static final long RANDOM_STARTS = 1L << 40;
    private static final AtomicLong COUNTER = new AtomicLong(new SecureRandom().nextLong(RANDOM_STARTS));

    private MessageId() {}

    static long next() {
        return COUNTER.getAndIncrement();
    }
}
