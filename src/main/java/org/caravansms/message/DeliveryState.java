package org.caravansms.message;

/** message_state, SMPP 3.4 section 5.2.28, and what the texts of receipts say beyond it. */
public enum DeliveryState {
    SCHEDULED(0, MessageState.SCHEDULED, false),
    ENROUTE(1, MessageState.EN_ROUTE, false),
    DELIVERED(2, MessageState.DELIVERED, true),
    EXPIRED(3, MessageState.EXPIRED, true),
    DELETED(4, MessageState.DELETED, true),
    UNDELIVERABLE(5, MessageState.UNDELIVERABLE, true),
    /** The SMSC has it, and some say so again and again: not the end of it, whatever the standard calls it. */
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

    /** @return what a message is whose only part is in this state */
    public MessageState ofMessage() {
        return state;
    }

    /** Whether nothing else is to come, as far as the SMSC knows. */
    public boolean isFinal() {
        return last;
    }

    /** Whether the SMSC is sure of it: UNKNOWN is an end until it says more. */
    public boolean isDefinite() {
        return last && this != UNKNOWN;
    }

    /** @return null when the standard has none such */
    public static DeliveryState of(int code) {
        return code >= 0 && code < values().length ? values()[code] : null;
    }
}
