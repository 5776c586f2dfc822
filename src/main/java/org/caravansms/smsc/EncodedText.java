package org.caravansms.smsc;

import java.nio.charset.StandardCharsets;

/**
 * A text as short_message carries it, SMPP 3.4 section 5.2.22.
 *
 * @param encoding its alphabet
 * @param octets its octets; not copied
 */
public record EncodedText(Encoding encoding, byte[] octets) {

    /** GSM 7-bit where every character is in its alphabet, otherwise UCS-2. */
    public static EncodedText of(String text) {
        byte[] gsm = Gsm0338.encode(text);
        return gsm == null
                ? new EncodedText(Encoding.UCS2, text.getBytes(StandardCharsets.UTF_16BE))
                : new EncodedText(Encoding.GSM7, gsm);
    }

    public boolean isOnePart() {
        return octets.length <= encoding.onePart();
    }
}
