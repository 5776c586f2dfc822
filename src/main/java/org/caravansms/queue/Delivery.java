package org.caravansms.queue;

import java.time.Instant;
import java.util.Objects;
import org.caravansms.message.Destination;
import org.caravansms.message.Options;

/**
 * Where and when a JMS message is delivered. The times are absolute: what happens before the commit does not shift them.
 *
 * @param queue the queue, null for the one that the producer's endpoint names
 * @param priority JMS's, 0 to 9
 * @param notBefore when it may leave the queue at the earliest, or null
 * @param notAfter when the broker moves it to the dead-letter queue if it is still there, or null
 */
public record Delivery(String queue, int priority, Instant notBefore, Instant notAfter) {

    /** At once, to the endpoint's own queue. */
    public static final Delivery USUAL = new Delivery(null, Options.USUAL_PRIORITY, null, null);

    static Delivery of(Options options, Destination destination) {
        if (options == Options.NONE && destination.equals(Destination.USUAL)) {
            return USUAL;
        }
        return new Delivery(
                destination.queue(),
                Objects.requireNonNullElse(options.priority(), destination.priority()),
                options.sendAt(),
                options.validUntil());
    }

    boolean isPlain() {
        return priority == Options.USUAL_PRIORITY && notBefore == null && notAfter == null;
    }

    /** @return JMS's delivery delay */
    long delayMillis(long now) {
        return notBefore == null ? 0 : Math.max(0, notBefore.toEpochMilli() - now);
    }

    /** @return JMS's time to live, in which 0 is for ever: what is over already gets the least there is */
    long timeToLiveMillis(long now) {
        return notAfter == null ? 0 : Math.max(1, notAfter.toEpochMilli() - now);
    }
}
