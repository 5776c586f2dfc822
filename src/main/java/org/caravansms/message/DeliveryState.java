package org.caravansms.message;

/** The message_state of a receipt, SMPP 3.4 section 5.2.28, with two states of newer versions. */
public enum DeliveryState {
    SCHEDULED(0, MessageState.SCHEDULED, false),
    ENROUTE(1, MessageState.EN_ROUTE, false),
    DELIVERED(2, MessageState.DELIVERED, true),
    EXPIRED(3, MessageState.EXPIRED, true),
    DELETED(4, MessageState.DELETED, true),
    UNDELIVERABLE(5, MessageState.UNDELIVERABLE, true),
    /** The SMSC has it. Not final, though the standard says so: some SMSCs report it several times. */
    ACCEPTED(6, MessageState.BUFFERED, false),
    UNKNOWN(7, MessageState.UNKNOWN, true),
    REJECTED(8, MessageState.REJECTED, true),
    SKIPPED(9, MessageState.SKIPPED, true);

    private final int code;
    private final MessageState state;
    private final boolean last;

    DeliveryState(int code, MessageState state, boolean last) {
        this.code = code;
        this.state = state;
        this.last = last;
    }

    /** @return the value of the parameter message_state */
    public int code() {
        return code;
    }

    /** @return the state of a message of one part */
    public MessageState ofMessage() {
        return state;
    }

    /** Whether the SMSC sends no further receipt. */
    public boolean isFinal() {
        return last;
    }

    /** Whether it is final for good: after UNKNOWN another receipt may come. */
    public boolean isDefinite() {
        return last && this != UNKNOWN;
    }

    /** @return null for an unknown code */
    public static DeliveryState of(int code) {
        return code >= 0 && code < values().length ? values()[code] : null;
    }
}
