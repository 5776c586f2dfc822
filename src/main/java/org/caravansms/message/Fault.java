package org.caravansms.message;

/**
 * What can be wrong with a request or a message, and the code by which clients know it: {@code errorcode} of an error
 * envelope, {@code statuscode} of a report. Codes are stable; README lists them. 1 and 1157 are the vendor's.
 */
public enum Fault {
    INVALID_RECIPIENT(1),
    MISSING_PARAMETER(2),
    UNKNOWN_ACTION(3),
    INVALID_MESSAGE_COUNT(4),
    INVALID_REQUEST(5),
    REQUEST_TOO_LARGE(6),
    INVALID_ORIGINATOR(7),
    UNSUPPORTED_MESSAGE_TYPE(8),
    TEXT_TOO_LONG(9),
    QUEUE_UNAVAILABLE(20),
    INTERNAL_ERROR(21),
    QUEUE_IN_DOUBT(22),
    BUSY(23),
    INVALID_LOGIN(1157);

    private final int code;

    Fault(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
