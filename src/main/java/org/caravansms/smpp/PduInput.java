package org.caravansms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Reads the fields of a PDU one after the other, SMPP 3.4 section 3.1. A missing field is empty or zero. */
public final class PduInput {

    private final byte[] octets;
    private int at;
    private boolean whole = true;
    private int cutTag = -1;

    public PduInput(byte[] octets, int from) {
        this.octets = octets;
        this.at = Math.min(from, octets.length);
    }

    /** Whether all fields read so far were there. */
    boolean isWhole() {
        return whole;
    }

    int octet() {
        return at < octets.length ? octets[at++] & 0xFF : missing();
    }

    private int missing() {
        whole = false;
        return 0;
    }

    private int twoOctets() {
        return octet() << Byte.SIZE | octet();
    }

    /** @return up to the octet zero, which is skipped */
    public String cString() {
        int end = at;
        while (end < octets.length && octets[end] != 0) {
            end++;
        }
        String text = new String(octets, at, end - at, StandardCharsets.ISO_8859_1);
        whole &= end < octets.length;
        at = Math.min(end + 1, octets.length);
        return text;
    }

    byte[] octets(int count) {
        int end = Math.min(at + count, octets.length);
        byte[] some = Arrays.copyOfRange(octets, at, end);
        whole &= some.length == count;
        at = end;
        return some;
    }

    /** @return the optional parameters by their tags, up to the end; the first of a tag counts */
    Map<Integer, byte[]> parameters() {
        Map<Integer, byte[]> parameters = new HashMap<>();
        while (at < octets.length) {
            int tag = twoOctets();
            int length = twoOctets();
            parameters.putIfAbsent(tag, octets(length));
            cutTag = whole ? cutTag : tag;
        }
        return parameters;
    }

    /** @return the tag of a truncated optional parameter, -1 for none */
    int cutTag() {
        return cutTag;
    }
}
