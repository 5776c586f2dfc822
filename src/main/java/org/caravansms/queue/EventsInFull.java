package org.caravansms.queue;

import java.util.function.BooleanSupplier;

/**
 * Whether events carry their whole message also where its client asked for no reports, and whether they are reports
 * then: only reports get to the queues of callbacks and of inbound rules.
 *
 * @param reported whether each event carries its message and is a report, as with a webhook
 * @param subscribed whether each event carries its message, now, for a subscriber
 */
public record EventsInFull(boolean reported, BooleanSupplier subscribed) {

    /** Where the client asked only. */
    public static final EventsInFull NEVER = new EventsInFull(false, () -> false);

    public boolean areAll() {
        return reported || subscribed.getAsBoolean();
    }
}
