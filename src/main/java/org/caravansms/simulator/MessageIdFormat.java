package org.caravansms.simulator;

import java.util.Locale;

/**
 * How an SMSC writes the same message_id in its submit_sm_resp and in its receipt: they are rarely the same in the
 * field, as the standard wants it (SMPP 3.4 issue 1.2, section 5.2.23 and appendix B).
 */
public enum MessageIdFormat {
    /** Hexadecimal digits in both. */
    SAME,
    /** Hexadecimal in the response, decimal in the receipt. */
    HEX_DECIMAL,
    /** Decimal in the response, hexadecimal in the receipt. */
    DECIMAL_HEX,
    /** Hexadecimal in both, in the receipt with leading zeros. */
    ZEROS,
    /** Hexadecimal in both, in the receipt in capital letters. */
    CAPITALS;

    private static final int WITH_ZEROS = 16;

    String response(long id) {
        return this == DECIMAL_HEX ? Long.toString(id) : Long.toHexString(id);
    }

    /** The form of the receipt for what {@link #response} gave. */
    String receipt(String responseId) {
        return switch (this) {
            case SAME -> responseId;
            case HEX_DECIMAL -> Long.toString(Long.parseLong(responseId, 16));
            case DECIMAL_HEX -> Long.toHexString(Long.parseLong(responseId));
            case ZEROS -> "0".repeat(WITH_ZEROS - responseId.length()) + responseId;
            case CAPITALS -> responseId.toUpperCase(Locale.ROOT);
        };
    }
}
