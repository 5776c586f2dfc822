package org.caravansms.simulator;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Decodes messages by their data_coding (SMPP 3.4 issue 1.2, section 5.2.19; 3GPP TS 23.038, section 4). */
final class MessageText {
    private MessageText() {}

    static String decode(int dataCoding, byte[] message) {
        return switch (dataCoding) {
            case 0x00, 0x10, 0x11, 0x12, 0x13 -> SimulatorGsmAlphabet.decode(message);
            case 0x03 -> new String(message, StandardCharsets.ISO_8859_1);
            case 0x08, 0x18, 0x19, 0x1A, 0x1B -> new String(message, StandardCharsets.UTF_16BE);
            default -> HexFormat.of().formatHex(message);
        };
    }
}
