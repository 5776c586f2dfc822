package org.caravansms.smsc;

import java.util.Arrays;

/**
 * ISO 8859-1 for SMSCs whose data_coding 0 it is. They turn it into GSM 03.38 for the handset: it is the septets there
 * that a message must have room for, so a text is cut as septets first and recoded part by part.
 */
final class Latin1 {

    private static final int SEPTETS = 128;
    private static final int CHARACTERS = 256;
    private static final short NONE = -1;

    /** By septet, and by 128 more for what follows an escape. */
    private static final short[] BY_SEPTET = bySeptet();

    private Latin1() {}

    static boolean has(byte[] septets) {
        return ofSeptets(septets) != null;
    }

    /** @return the same text in ISO 8859-1, or null when a character of it is not there, such as the euro sign */
    static byte[] ofSeptets(byte[] septets) {
        byte[] octets = new byte[septets.length];
        int length = 0;
        for (int i = 0; i < septets.length; i++) {
            short octet = BY_SEPTET[septets[i] == Gsm0338.ESCAPE ? SEPTETS + septets[++i] : septets[i]];
            if (octet == NONE) {
                return null;
            }
            octets[length++] = (byte) octet;
        }
        return Arrays.copyOf(octets, length);
    }

    private static short[] bySeptet() {
        short[] characters = new short[2 * SEPTETS];
        Arrays.fill(characters, NONE);
        for (int c = 0; c < CHARACTERS; c++) {
            byte[] septets = Gsm0338.encode(Character.toString(c));
            if (septets != null) {
                characters[septets.length == 1 ? septets[0] : SEPTETS + septets[1]] = (short) c;
            }
        }
        return characters;
    }
}
