package org.caravansms.broker;

/**
 * The messages that wait on a queue.
 *
 * @param count how many messages, including those that a consumer has not settled yet
 * @param since when the oldest of them was sent, in milliseconds since 1970, meaningless without messages
 */
public record QueueBacklog(long count, long since) {

    /** The least age that is reported of a waiting message. */
    private static final long LEAST = 100;

    /** @return for how many milliseconds the oldest waits: 0 when none does, and only then */
    public long age(long now) {
        return count == 0 ? 0 : Math.max(LEAST, now - since);
    }
}
