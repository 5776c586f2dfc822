package org.caravansms.smppserver;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends the receipts of a message to a client in their order: while one is sent, or waits for its next try, later ones
 * wait. It remembers so many messages only, and a start forgets them: a client may then get a later one first.
 */
final class ReceiptOrder {

    private static final int MOST = 10_000;
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    /** A first one that does not come again within this time may have expired. */
    private static final Duration OVERDUE = Duration.ofMinutes(1);

    /**
     * The receipt that comes first.
     *
     * @param next when it is sent
     */
    private record First(byte[] octets, Instant next) {}

    private final Map<String, First> firsts = new LinkedHashMap<>();
    private final InstantSource clock;

    ReceiptOrder(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param id the message
     * @return how long the receipt has to wait, zero when it may be sent
     */
    synchronized Duration begin(String id, byte[] octets) {
        Instant now = clock.instant();
        First first = firsts.get(id);
        if (first == null
                || Arrays.equals(first.octets, octets)
                || first.next.plus(OVERDUE).isBefore(now)) {
            put(id, new First(octets, now));
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, first.next);
        return left.isNegative() ? A_MOMENT : left.plus(A_MOMENT);
    }

    private void put(String id, First first) {
        firsts.put(id, first);
        if (firsts.size() > MOST) {
            firsts.remove(firsts.keySet().iterator().next());
        }
    }

    /** @param pause until it is sent again */
    synchronized void refused(String id, Duration pause) {
        firsts.computeIfPresent(
                id, (same, first) -> new First(first.octets, clock.instant().plus(pause)));
    }

    /** The client has it, or the session is cut: what is left on the queue is in its order. */
    synchronized void end(String id) {
        firsts.remove(id);
    }
}
