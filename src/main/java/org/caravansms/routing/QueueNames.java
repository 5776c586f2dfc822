package org.caravansms.routing;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The queues that messages may wait on to be sent: the outbound queue, and those whose names begin with its own and a dot.
 *
 * @param outbound the outbound queue
 * @param kept the queues below it that keep what is not to be sent, as the dead-letter queue does
 */
public record QueueNames(String outbound, Set<String> kept) {

    private static final Pattern BELOW = Pattern.compile("(\\.[A-Za-z0-9_-]+)+");

    public QueueNames {
        kept = Set.copyOf(kept);
    }

    boolean areSentFrom(String queue) {
        return !kept.contains(queue)
                && queue.startsWith(outbound)
                && (queue.equals(outbound)
                        || BELOW.matcher(queue.substring(outbound.length())).matches());
    }

    /** @return the queue of what waits for one provider and no other */
    String of(String provider) {
        return outbound + "." + provider;
    }
}
