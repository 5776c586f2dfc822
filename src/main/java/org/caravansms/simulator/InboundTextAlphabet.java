package org.caravansms.simulator;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * How the text of an inbound message is written into the octets of its PDUs (SMPP 3.4 issue 1.2, section 5.2.19).
 */
public enum InboundTextAlphabet {
    /** The GSM default alphabet, a septet in an octet. */
    GSM(0x00, 160, 153),
    /** Latin-1. */
    LATIN1(0x03, 140, 134),
    /** Octets; the text has them as hexadecimal digits. */
    BINARY(0x04, 140, 134),
    /** UCS-2, in fact UTF-16, big-endian. */
    UCS2(0x08, 140, 134);

    private static final byte ESCAPE = 0x1B;

    final int dataCoding;
    /** How many octets a message has that is not split. */
    final int whole;

    private final int part;

    InboundTextAlphabet(int dataCoding, int whole, int part) {
        this.dataCoding = dataCoding;
        this.whole = whole;
        this.part = part;
    }

    /** The smallest one that can write a text. */
    static InboundTextAlphabet of(String text) {
        return SimulatorGsmAlphabet.canEncode(text) ? GSM : UCS2;
    }

    /** How many octets a part has besides its header: that with a 16-bit reference has one more. */
    int part(LongMessageFormat form) {
        return form == LongMessageFormat.UDH16 ? part - 1 : part;
    }

    /**
     * The octets of a text.
     *
     * @throws IllegalArgumentException if it has characters that this alphabet does not have
     */
    byte[] encode(String text) {
        return switch (this) {
            case GSM -> SimulatorGsmAlphabet.encode(text);
            case LATIN1 -> latin1(text);
            case BINARY -> HexFormat.of().parseHex(text);
            case UCS2 -> text.getBytes(StandardCharsets.UTF_16BE);
        };
    }

    private static byte[] latin1(String text) {
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("a character is not in Latin-1");
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Where a part ends that begins somewhere and has at most so many octets: no character is cut in two. */
    int end(byte[] octets, int start, int most) {
        int end = start + most;
        if (end >= octets.length) {
            return octets.length;
        }
        return switch (this) {
            case GSM -> octets[end - 1] == ESCAPE ? end - 1 : end;
            case UCS2 -> endOfUcs2(octets, start + (most & ~1));
            default -> end;
        };
    }

    private static int endOfUcs2(byte[] octets, int end) {
        char last = (char) ((octets[end - 2] & 0xFF) << 8 | octets[end - 1] & 0xFF);
        return Character.isHighSurrogate(last) ? end - 2 : end;
    }
}
