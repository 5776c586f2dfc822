package org.caravansms.api.http;

import org.eclipse.jetty.io.Connection;

/**
 * The progress of a connection with the head of its next request, when last checked.
 *
 * @param requests its requests so far
 * @param octets its octets received so far
 * @param begun whether a head is incomplete since {@code since}
 * @param since the moment, of {@link System#nanoTime()}
 */
record HeaderProgress(long requests, long octets, boolean begun, long since) {

    /** A new connection, whose head is incomplete from now on. */
    static final HeaderProgress FIRST = new HeaderProgress(-1, 0, false, 0);

    /** @param served whether a request is served, and the octets are its body */
    HeaderProgress next(Connection connection, boolean served) {
        long now = System.nanoTime();
        if (served || requests >= 0 && connection.getMessagesIn() != requests) {
            return new HeaderProgress(connection.getMessagesIn(), connection.getBytesIn(), false, now);
        }
        boolean more = requests < 0 ? connection.getMessagesIn() == 0 : connection.getBytesIn() != octets;
        return new HeaderProgress(
                connection.getMessagesIn(), connection.getBytesIn(), begun || more, begun ? since : now);
    }

    boolean isOlderThan(long nanos) {
        return begun && System.nanoTime() - since > nanos;
    }
}
