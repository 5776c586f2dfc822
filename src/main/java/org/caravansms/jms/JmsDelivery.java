package org.caravansms.jms;

import jakarta.jms.Message;
import java.time.Instant;

/**
 * Where and when a JMS message is delivered. The times are absolute, so a late commit does not shift them.
 *
 * @param queue the queue, null for the one that the producer's endpoint names
 * @param priority JMS's, 0 to 9
 * @param notBefore when it may leave the queue at the earliest, or null
 * @param notAfter when the broker moves it to the dead-letter queue if it is still there, or null
 */
public record JmsDelivery(String queue, int priority, Instant notBefore, Instant notAfter) {

    /** At once, to the queue of the endpoint. */
    public static final JmsDelivery USUAL = new JmsDelivery(null, Message.DEFAULT_PRIORITY, null, null);

    /** At once, to a queue. */
    public static JmsDelivery to(String queue) {
        return new JmsDelivery(queue, Message.DEFAULT_PRIORITY, null, null);
    }

    boolean isPlain() {
        return priority == Message.DEFAULT_PRIORITY && notBefore == null && notAfter == null;
    }

    /** @return JMS's delivery delay */
    long delayMillis(long now) {
        return notBefore == null ? 0 : Math.max(0, notBefore.toEpochMilli() - now);
    }

    /** @return JMS's time to live, in which 0 is for ever: one that has expired gets 1 ms */
    long timeToLiveMillis(long now) {
        return notAfter == null ? 0 : Math.max(1, notAfter.toEpochMilli() - now);
    }
}
