package org.caravansms.smpp;

import java.util.Arrays;

/**
 * Where octets are cut that one message does not hold: never within a character of two septets or two code units, 3GPP
 * TS 23.038 section 6.2.1.1.
 */
final class Slices {

    private static final int HIGH_SURROGATE = 0xD8;
    private static final int SURROGATE_MASK = 0xFC;

    private final Alphabet alphabet;
    private final byte[] octets;
    private final int capacity;

    /** @param capacity the octets of a slice, 2 or more */
    Slices(Alphabet alphabet, byte[] octets, int capacity) {
        this.alphabet = alphabet;
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
        return switch (alphabet) {
            case GSM7 -> escapesAtEnd(from, end) % 2;
            case UCS2 -> capacity > 2 && (octets[end - 2] & SURROGATE_MASK) == HIGH_SURROGATE ? 2 : 0;
            default -> 0;
        };
    }

    /** Of an even number each second one is escaped itself. */
    private int escapesAtEnd(int from, int end) {
        int escapes = 0;
        while (end - escapes > from && octets[end - escapes - 1] == SeptetTable.ESCAPE) {
            escapes++;
        }
        return escapes;
    }
}
