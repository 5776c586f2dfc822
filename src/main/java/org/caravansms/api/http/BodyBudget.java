package org.caravansms.api.http;

import java.util.concurrent.atomic.AtomicLong;
import org.caravansms.api.ApiException;
import org.caravansms.message.Fault;

/**
 * The octets that the bodies of all requests may hold together, from their arrival until they are answered. Small
 * bodies are counted and never refused: the cap on connections limits them, and large ones cannot shut them out.
 */
public final class BodyBudget {

    /** The octets up to which a body is small; a form of 100 short messages is. */
    static final int SMALL = 16 * 1024;

    private final AtomicLong used = new AtomicLong();
    private final long most;

    /** @param most the octets of all bodies together */
    public BodyBudget(long most) {
        this.most = most;
    }

    long used() {
        return used.get();
    }

    Share share() {
        return new Share();
    }

    /** What one request holds of the budget. */
    final class Share {

        private long held;

        /** @throws ApiException when there is no room for so many octets more */
        void grow(int octets) {
            if (used.addAndGet(octets) > most && held + octets > SMALL) {
                used.addAndGet(-octets);
                throw new ApiException(Fault.BUSY, "The gateway is reading too many large requests; try again later.");
            }
            held += octets;
        }

        /** Gives all of it back; a second time does nothing. */
        void release() {
            used.addAndGet(-held);
            held = 0;
        }
    }
}
