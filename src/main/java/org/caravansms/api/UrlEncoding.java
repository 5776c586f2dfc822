package org.caravansms.api;

import java.nio.charset.StandardCharsets;

/**
 * Undoes {@code application/x-www-form-urlencoded} (WHATWG URL, section 5.1) as browsers do: a {@code %} without two
 * hexadecimal digits behind it stays. Each octet becomes a character of ISO-8859-1.
 */
final class UrlEncoding {

    private static final int ENCODED = 3;

    private UrlEncoding() {}

    static String octets(byte[] form, int from, int to) {
        return octets(form, from, to, false);
    }

    /** A plus where a number begins is one that nobody encoded, and no blank; no international number begins with 0. */
    static String octetsOfNumbers(byte[] form, int from, int to) {
        return octets(form, from, to, true);
    }

    private static String octets(byte[] form, int from, int to, boolean ofNumbers) {
        byte[] octets = new byte[to - from];
        int length = 0;
        int at = from;
        while (at < to) {
            if (isEncoded(form, at, to)) {
                octets[length++] = (byte) (hex(form[at + 1]) << 4 | hex(form[at + 2]));
                at += ENCODED;
            } else {
                boolean plus = ofNumbers && isBeforeDigit(form, at, to) && isBeginning(octets, length);
                octets[length++] = form[at] != '+' || plus ? form[at] : (byte) ' ';
                at++;
            }
        }
        return new String(octets, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean isEncoded(byte[] form, int at, int to) {
        return form[at] == '%' && at + 2 < to && hex(form[at + 1]) >= 0 && hex(form[at + 2]) >= 0;
    }

    private static int hex(byte digit) {
        return digit < 0 ? -1 : Character.digit(digit, 16);
    }

    private static boolean isBeforeDigit(byte[] form, int at, int to) {
        return at + 1 < to && (form[at + 1] > '0' && form[at + 1] <= '9' || form[at + 1] == '(');
    }

    /** @return whether a list's separator, or nothing, stands before it, blanks aside */
    private static boolean isBeginning(byte[] octets, int length) {
        int last = length - 1;
        while (last >= 0 && octets[last] == ' ') {
            last--;
        }
        return last < 0 || octets[last] == ',' || octets[last] == ';';
    }
}
