package org.caravansms.simulator;

/**
 * The GSM 7 bit default alphabet and its extension table, one septet in an octet (3GPP TS 23.038, sections
 * 6.2.1 and 6.2.1.1).
 */
final class GsmAlphabet {
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

    private GsmAlphabet() {}

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
