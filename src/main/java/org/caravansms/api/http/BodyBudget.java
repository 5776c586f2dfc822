package org.caravansms.api.http;

import org.caravansms.api.ApiException;
import org.caravansms.message.Fault;



/**
 * The octets that the bodies of all requests may hold together, from their arrival until they are answered. Small
 * bodies are counted and never refused: the cap on connections limits them, and large ones cannot shut them out. A large
 * body that is the only one is not refused either, whatever the budget.
 */
public final class BodyBudget {

    /** The octets up to which a body is small; a form of 100 short messages is. */
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

    /** What one request holds of the budget. */
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

        /** Gives all of it back; a second time does nothing. */
        void release() {
            hold(this, 0);
        }
    }
}
