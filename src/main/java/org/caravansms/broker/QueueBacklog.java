package org.caravansms.broker;

/**
 * What a queue has yet to be rid of.
 *
 * @param count how many messages, those included that a consumer has and did not settle yet
 * @param since when the oldest of them was sent, in milliseconds since 1970; of no meaning when there is none
 */
public record QueueBacklog(long count, long since) {

    /** The least that is told of a message that waits. */
    private static final long LEAST = 100;

    /** @return for how many milliseconds the oldest waits: 0 when none does, and only then */
    public long age(long now) {
        return count == 0 ? 0 : Math.max(LEAST, now - since);
    }
}
