package org.caravansms.api.answer;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * An optional parameter of SMPP that belongs to a message, in the answer to {@code getmessagebyid}.
 *
 * @param name its tag, decimal
 * @param value its octets, hexadecimal
 */
public record OptionalField(String name, String value) {

    /** receipted_message_id, SMPP 3.4 section 5.3.2.12. */
    private static final String RECEIPTED_MESSAGE_ID = Integer.toString(0x001E);

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** @param smscId the id of a part of the message at its SMSC; a C-octet string ends with NUL */
    static OptionalField receiptedMessageId(String smscId) {
        return new OptionalField(RECEIPTED_MESSAGE_ID, HEX.formatHex((smscId + "\0").getBytes(StandardCharsets.UTF_8)));
    }
}
