package org.caravansms.smsc;

import java.nio.charset.StandardCharsets;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;

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
        return gsm == null ? ucs2(text) : new EncodedText(Encoding.GSM7, gsm);
    }

    /** @throws RejectedMessageException naming the first character that the alphabet does not have */
    static EncodedText gsm7(String text) {
        byte[] gsm = Gsm0338.encode(text);
        if (gsm == null) {
            throw notGsm7(text, Gsm0338.firstForeign(text));
        }
        return new EncodedText(Encoding.GSM7, gsm);
    }

    static EncodedText ucs2(String text) {
        return new EncodedText(Encoding.UCS2, text.getBytes(StandardCharsets.UTF_16BE));
    }

    private static RejectedMessageException notGsm7(String text, int index) {
        return new RejectedMessageException(
                Fault.INVALID_MESSAGE_DATA,
                "messagedata has at position %d the character U+%04X, which the GSM alphabet does not have."
                        .formatted(text.codePointCount(0, index) + 1, text.codePointAt(index)));
    }
}
