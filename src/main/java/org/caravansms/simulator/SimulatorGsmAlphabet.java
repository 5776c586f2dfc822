package org.caravansms.simulator;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * The GSM 7 bit default alphabet and its extension table, one septet in an octet (3GPP TS 23.038, sections
 * 6.2.1 and 6.2.1.1).
 */
final class SimulatorGsmAlphabet {
    private static final char ESCAPE = 0x1B;
    private static final char UNKNOWN = '\uFFFD';
    private static final String DEFAULT = "@£$¥èéùìòÇ\nØø\rÅå"
            + "Δ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ"
            + " !\"#¤%&'()*+,-./"
            + "0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNO"
            + "PQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmno"
            + "pqrstuvwxyzäöñüà";

    private static final Map<Character, byte[]> OCTETS = octets();

    private SimulatorGsmAlphabet() {}

    // by decoding all that there is; the escape itself is no character
    private static Map<Character, byte[]> octets() {
        Map<Character, byte[]> octets = new HashMap<>();
        for (byte i = 0; i < DEFAULT.length() - 1; i++) {
            octets.put(extended(i), new byte[] {ESCAPE, i});
        }
        for (byte i = 0; i >= 0; i++) {
            octets.put(single(i), new byte[] {i});
        }
        octets.put(' ', new byte[] {' '});
        return octets;
    }

    static boolean canEncode(String text) {
        return text.chars().allMatch(c -> OCTETS.containsKey((char) c));
    }

    static byte[] encode(String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (char c : text.toCharArray()) {
            octets.writeBytes(required(c));
        }
        return octets.toByteArray();
    }

    private static byte[] required(char c) {
        byte[] octets = OCTETS.get(c);
        if (octets == null) {
            throw new IllegalArgumentException("a character is not in the GSM default alphabet");
        }
        return octets;
    }

    static String decode(byte[] octets) {
        StringBuilder text = new StringBuilder(octets.length);
        for (int i = 0; i < octets.length; i++) {
            boolean escaped = octets[i] == ESCAPE && i + 1 < octets.length;
            text.append(escaped ? extended(octets[++i]) : single(octets[i]));
        }
        return text.toString();
    }

    private static char single(byte octet) {
        // an escape with nothing behind it shows as a space, as section 6.2.1 has it
        if (octet == ESCAPE) {
            return ' ';
        }
        return octet < 0 ? UNKNOWN : DEFAULT.charAt(octet);
    }

    private static char extended(byte octet) {
        return switch (octet) {
            case 0x0A -> '\f';
            case 0x14 -> '^';
            case 0x28 -> '{';
            case 0x29 -> '}';
            case 0x2F -> '\\';
            case 0x3C -> '[';
            case 0x3D -> '~';
            case 0x3E -> ']';
            case 0x40 -> '|';
            case 0x65 -> '€';
            // a code that is not in the extension table shows as the one of the default alphabet
            default -> single(octet);
        };
    }
}
