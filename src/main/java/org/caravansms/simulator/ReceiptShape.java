package org.caravansms.simulator;

import java.util.List;
import java.util.stream.Stream;

/**
 * The shapes that receipts have in the field. The standard leaves the text to the vendor (SMPP 3.4 issue 1.2,
 * appendix B); the optional parameters are receipted_message_id and message_state (sections 5.3.2.12 and 5.3.2.35).
 */
public enum ReceiptShape {
    /** The text of appendix B. */
    STANDARD,
    /** Without sub and dlvrd. */
    NO_COUNTS,
    /** Dates with seconds: 12 digits. */
    SECONDS,
    /** Dates with the century and seconds: 14 digits. */
    LONG_DATES,
    /** {@code Text:} with a capital letter. */
    CAPITAL_TEXT,
    /** Letters in err. */
    LETTERS,
    /** Four digits in err. */
    FOUR_DIGITS,
    /** FAILED where the standard has UNDELIV. */
    FAILED,
    /** A receipt ENROUTE comes first, then the last one. */
    ENROUTE,
    /** A receipt BUFFRED comes first, then the last one. */
    BUFFRED,
    /** A receipt ACKED comes first, then the last one. */
    ACKED,
    /** A receipt ACCEPTD comes first, then the last one. */
    ACCEPTD,
    /** An intermediate notification ENROUTE comes first, esm_class 0x20, then the last receipt. */
    NOTIFICATION,
    /** No text, only optional parameters. */
    TLVS,
    /** The text of appendix B, and the optional parameters. */
    TEXT_AND_TLVS,
    /** A data_sm with optional parameters. */
    DATA_SM,
    /** The text of appendix B in message_payload. */
    PAYLOAD,
    /** The text of appendix B, and an esm_class that does not say that it is a receipt. */
    NO_BIT;

    /** Reads {@code tlvs}, {@code seconds,data-sm}, or {@code all} of them. */
    static List<ReceiptShape> parse(String names) {
        return names.equals("all")
                ? List.of(values())
                : Stream.of(names.split(","))
                        .map(name -> NamedValues.parse(ReceiptShape.class, name))
                        .toList();
    }

    /** The state in a receipt before the last one; null where there is none. */
    ReceiptState preceding() {
        return switch (this) {
            case ENROUTE, NOTIFICATION -> ReceiptState.ENROUTE;
            case BUFFRED -> ReceiptState.BUFFRED;
            case ACKED -> ReceiptState.ACKED;
            case ACCEPTD -> ReceiptState.ACCEPTD;
            default -> null;
        };
    }

    /** The state as the last receipt names it. */
    ReceiptState name(ReceiptState state) {
        return this == FAILED && state == ReceiptState.UNDELIV ? ReceiptState.FAILED : state;
    }

    boolean hasTlvs() {
        return this == TLVS || this == TEXT_AND_TLVS || this == DATA_SM;
    }

    boolean hasText() {
        return this != TLVS && this != DATA_SM;
    }
}
