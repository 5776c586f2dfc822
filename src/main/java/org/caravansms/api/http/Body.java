package org.caravansms.api.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.caravansms.api.ApiException;
import org.caravansms.message.Fault;

/** The buffer of a body, within the limit of one and the budget of all. It grows by the octets received, not announced. */
final class Body {

    private static final int UNKNOWN_FIRST = 4 * 1024;

    private final BodyBudget.Share share;
    private final int most;
    private final int expected;
    private byte[] octets = {};
    private int size;

    /**
     * @param most its most octets
     * @param announced the Content-Length, -1 without one
     */
    Body(BodyBudget.Share share, int most, long announced) {
        this.share = share;
        this.most = most;
        this.expected = announced < 0 ? -1 : (int) Math.min(announced, most);
    }

    static ApiException tooLarge(int most) {
        return new ApiException(Fault.REQUEST_TOO_LARGE, "The request's body is larger than " + most + " bytes.");
    }

    /** @throws ApiException when it is too large, or all bodies together are */
    void append(ByteBuffer more) {
        int count = more.remaining();
        if (count > most - size) {
            throw tooLarge(most);
        }
        makeRoom(size + count);
        more.get(octets, size, count);
        size += count;
    }

    /** Returns the octets and drops them, since the buffer lives as long as its request. A body of the announced length is not copied. */
    byte[] octets() {
        byte[] all = size == octets.length ? octets : Arrays.copyOf(octets, size);
        octets = new byte[0];
        size = 0;
        return all;
    }

    private void makeRoom(int needed) {
        if (needed > octets.length) {
            int capacity = Math.max(needed, nextCapacity());
            share.grow(capacity - octets.length);
            octets = Arrays.copyOf(octets, capacity);
        }
    }

    private int nextCapacity() {
        int first = expected < 0 ? UNKNOWN_FIRST : BodyBudget.SMALL;
        int next = Math.max(first, (int) Math.min(2L * octets.length, most));
        return expected < 0 ? Math.min(next, most) : Math.min(next, expected);
    }
}
