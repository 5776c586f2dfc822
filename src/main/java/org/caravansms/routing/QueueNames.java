package org.caravansms.routing;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The queues of messages to send: the outbound queue, and those whose names begin with its name and a dot.
 *
 * @param outbound the outbound queue
 * @param notSent the queues below it that are not sent, such as the dead-letter queue
 */
public record QueueNames(String outbound, Set<String> notSent) {

    private static final Pattern BELOW = Pattern.compile("(\\.[A-Za-z0-9_-]+)+");

    public QueueNames {
        notSent = Set.copyOf(notSent);
    }

    boolean areSentFrom(String queue) {
        return !notSent.contains(queue)
                && queue.startsWith(outbound)
                && (queue.equals(outbound)
                        || BELOW.matcher(queue.substring(outbound.length())).matches());
    }

    /** @return the queue of messages for this provider only */
    String of(String provider) {
        return outbound + "." + provider;
    }
}
