package org.caravansms.smsc;

import java.util.Arrays;

/**
 * Where octets are cut that one message does not hold: never within a character of two septets or two code units, 3GPP
 * TS 23.038 section 6.2.1.1.
 */
final class Slices {

    private static final int HIGH_SURROGATE = 0xD8;
    private static final int SURROGATE_MASK = 0xFC;

    private final Encoding encoding;
    private final byte[] octets;
    private final int capacity;

    /** @param capacity the octets of a slice, 2 or more */
    Slices(Encoding encoding, byte[] octets, int capacity) {
        this.encoding = encoding;
        this.octets = octets;
        this.capacity = capacity;
    }

    /** @return the index after each slice, at least one */
    int[] ends() {
        int[] ends = new int[octets.length / (capacity - capacity / 2) + 1];
        int count = 0;
        int end = 0;
        do {
            end = end(end);
            ends[count++] = end;
        } while (end < octets.length);
        return Arrays.copyOf(ends, count);
    }

    private int end(int from) {
        int end = from + capacity;
        return end >= octets.length ? octets.length : end - wouldBeCut(from, end);
    }

    /** @return how many octets before the end belong together with those after it */
    private int wouldBeCut(int from, int end) {
        return switch (encoding) {
            case GSM7 -> Gsm0338.endsInPair(octets, from, end) ? 1 : 0;
            case UCS2 -> capacity > 2 && (octets[end - 2] & SURROGATE_MASK) == HIGH_SURROGATE ? 2 : 0;
            case OCTETS -> 0;
        };
    }
}
