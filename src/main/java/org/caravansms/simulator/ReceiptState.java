package org.caravansms.simulator;

/**
 * The states that receipts have: the names of SMPP 3.4 issue 1.2, appendix B, their message_state of section 5.2.28,
 * and the words that some SMSCs use instead.
 */
public enum ReceiptState {
    ENROUTE(1),
    DELIVRD(2),
    EXPIRED(3),
    DELETED(4),
    UNDELIV(5),
    ACCEPTD(6),
    UNKNOWN(7),
    REJECTD(8),
    /** Some SMSCs' word for {@link #UNDELIV}. */
    FAILED(5),
    /** Some SMSCs' word for {@link #ENROUTE}: the handset is off. */
    BUFFRED(1),
    /** Some SMSCs' word for {@link #ACCEPTD}. */
    ACKED(6);

    /** The value of the parameter message_state. */
    final int messageState;

    ReceiptState(int messageState) {
        this.messageState = messageState;
    }

    /** Whether a message in this state will never be delivered. */
    boolean isFailure() {
        return this != DELIVRD && messageState != ENROUTE.messageState && messageState != ACCEPTD.messageState;
    }

    static ReceiptState parse(String text) {
        try {
            return valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a state is a word such as DELIVRD or UNDELIV: " + text, e);
        }
    }
}
