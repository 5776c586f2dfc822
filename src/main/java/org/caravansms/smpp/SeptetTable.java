package org.caravansms.smpp;

import com.cloudhopper.commons.charset.CharsetUtil;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The characters of the 128 septets, 3GPP TS 23.038 section 6.2.1; some have none. */
final class SeptetTable {

    static final int SIZE = 128;
    static final byte ESCAPE = 0x1B;

    /** Section 6.2.1. */
    static final SeptetTable DEFAULT = library();

    /** Section 6.2.1.1. */
    static final SeptetTable EXTENSION = library(ESCAPE);

    private static final char NONE = 0;

    private final char[] characters;
    private final Map<Character, Byte> septets = new HashMap<>();

    /** @param characters by septet, U+0000 for none */
    SeptetTable(char[] characters) {
        this.characters = characters;
        for (int septet = 0; septet < SIZE; septet++) {
            if (has((byte) septet)) {
                septets.put(characters[septet], (byte) septet);
            }
        }
    }

    boolean has(byte septet) {
        return septet >= 0 && septet != ESCAPE && characters[septet] != NONE;
    }

    char get(byte septet) {
        return characters[septet];
    }

    /** @return null when the character is not there; of two that have it the second, as the Kannada table needs it */
    Byte septet(char character) {
        return septets.get(character);
    }

    private static SeptetTable library(byte... before) {
        char[] characters = new char[SIZE];
        for (int septet = 0; septet < SIZE; septet++) {
            byte[] octets = Arrays.copyOf(before, before.length + 1);
            octets[before.length] = (byte) septet;
            String text = CharsetUtil.decode(octets, CharsetUtil.CHARSET_GSM);
            characters[septet] = text.length() == 1 ? text.charAt(0) : NONE;
        }
        return new SeptetTable(characters);
    }
}
