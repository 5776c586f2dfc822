package org.caravansms.api.http;

import org.caravansms.api.ApiException;
import org.caravansms.message.Fault;

/**
 * Limits the octets of the bodies of all requests together, from their arrival until the answer. Small bodies are counted
 * and never refused, since the limit of connections bounds them. Nor is the only large body refused.
 */
public final class BodyBudget {

    /** The most octets of a small body, such as a form of 100 short messages. */
    static final int SMALL = 16 * 1024;

    private final long most;
    private long used;
    private long usedByLarge;

    /** @param most the octets of all bodies together */
    public BodyBudget(long most) {
        this.most = most;
    }

    synchronized long used() {
        return used;
    }

    Share share() {
        return new Share();
    }

    private synchronized void hold(Share share, long octets) {
        usedByLarge += large(octets) - large(share.held);
        used += octets - share.held;
        share.held = octets;
    }

    private boolean hasRoom(Share share, int more) {
        boolean isOnlyLarge = usedByLarge == large(share.held);
        return used + more <= most || large(share.held + more) == 0 || isOnlyLarge;
    }

    private static long large(long octets) {
        return octets > SMALL ? octets : 0;
    }

    /** The part of the budget that one request holds. */
    final class Share {

        private long held;

        /** @throws ApiException when there is no room for so many octets more */
        void grow(int octets) {
            synchronized (BodyBudget.this) {
                if (!hasRoom(this, octets)) {
                    throw new ApiException(
                            Fault.BUSY, "The gateway is reading too many large requests; try again later.");
                }
                hold(this, held + octets);
            }
        }

        /** Returns all of it; a second call does nothing. */
        void release() {
            hold(this, 0);
        }
    }
}
