package org.caravansms.smsc;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.commons.charset.GSMCharset;
import java.util.Arrays;

/**
 * The GSM default alphabet and its extension table, 3GPP TS 23.038 section 6.2.1, one septet an octet. The mapping is
 * ch-commons-charset's; it is turned around here once, since that library searches its tables anew for each character.
 */
final class Gsm0338 {

    static final int ESCAPE = 0x1B;
    private static final short NONE = -1;
    private static final short[] CODES = codes();

    private Gsm0338() {}

    /** @return one octet a septet, or null when a character is not in the alphabet */
    static byte[] encode(String text) {
        byte[] octets = new byte[2 * text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            short code = CODES[text.charAt(i)];
            if (code == NONE) {
                return null;
            }
            if (code > 0xFF) {
                octets[length++] = ESCAPE;
            }
            octets[length++] = (byte) code;
        }
        return Arrays.copyOf(octets, length);
    }

    /** @return the index of the first character that is not in the alphabet, or -1 */
    static int firstForeign(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (CODES[text.charAt(i)] == NONE) {
                return i;
            }
        }
        return -1;
    }

    /** @return whether what stands from one index to the other ends with an escape that escapes what follows */
    static boolean endsInPair(byte[] octets, int from, int to) {
        int escapes = 0;
        while (to - escapes > from && octets[to - escapes - 1] == ESCAPE) {
            escapes++;
        }
        return escapes % 2 == 1;
    }

    private static short[] codes() {
        short[] codes = new short[Character.MAX_VALUE + 1];
        for (int c = 0; c < codes.length; c++) {
            codes[c] = code(Character.toString(c));
        }
        return codes;
    }

    /** Characters of the extension table have the escape in their upper octet. */
    private static short code(String character) {
        if (!GSMCharset.canRepresent(character)) {
            return NONE;
        }
        byte[] octets = CharsetUtil.encode(character, CharsetUtil.CHARSET_GSM);
        return (short) (octets.length == 1 ? octets[0] : octets[0] << Byte.SIZE | octets[1]);
    }
}
