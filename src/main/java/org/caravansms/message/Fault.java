package org.caravansms.message;

import java.util.Arrays;

/**
 * A fault of a request or a message with its code for clients: {@code errorcode} of an error envelope,
 * {@code statuscode} of a report. Codes are stable; docs/error-codes.md lists them. 1 and 1157 are the vendor's. Each
 * has
 * an HTTP status for gateways that are set to send one.
 */
public enum Fault {
    INVALID_RECIPIENT(1, 400),
    MISSING_PARAMETER(2, 400),
    UNKNOWN_ACTION(3, 400),
    INVALID_MESSAGE_COUNT(4, 400),
    INVALID_REQUEST(5, 400),
    REQUEST_TOO_LARGE(6, 413),
    INVALID_ORIGINATOR(7, 400),
    UNSUPPORTED_MESSAGE_TYPE(8, 400),
    TEXT_TOO_LONG(9, 400),
    INVALID_PARAMETER(10, 400),
    INVALID_MESSAGE_DATA(11, 400),
    UNKNOWN_PATH(12, 404),
    QUEUE_UNAVAILABLE(20, 503),
    INTERNAL_ERROR(21, 500),
    QUEUE_IN_DOUBT(22, 500),
    BUSY(23, 503),
    RATE_LIMITED(24, 429),
    TOO_MANY_LOGINS(25, 429),
    STORE_UNAVAILABLE(26, 503),
    UNKNOWN_MESSAGE(27, 404),
    ACCEPTED_UNREPORTED(28, 202),
    INVALID_LOGIN(1157, 401);

    private final int code;
    private final int httpStatus;

    Fault(int code, int httpStatus) {
        this.code = code;
        this.httpStatus = httpStatus;
    }

    /** @return the fault of a code, or {@link #INVALID_PARAMETER} where none has it */
    public static Fault of(int code) {
        return Arrays.stream(values())
                .filter(fault -> fault.code == code)
                .findFirst()
                .orElse(INVALID_PARAMETER);
    }

    public int code() {
        return code;
    }

    public int httpStatus() {
        return httpStatus;
    }
}
