package org.caravansms.api.http;

import org.eclipse.jetty.io.Connection;

/**
 * How far a connection has come with the head of its next request, as it was last looked at.
 *
 * @param requests the requests that it has begun so far
 * @param octets the octets that it has received so far
 * @param begun whether something of a head has been awaited since the moment {@code since}
 * @param since when that was, as {@link System#nanoTime()} tells
 */
record HeaderProgress(long requests, long octets, boolean begun, long since) {

    /** A connection that is new: it owes a head from now on. */
    static final HeaderProgress FIRST = new HeaderProgress(-1, 0, false, 0);

    /** @param served whether a request is under way, and what arrives is a body */
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
