package org.caravansms.smpp;

/** A PDU that cannot be read. Its text has none of its fields: they may be numbers or passwords. */
public final class UnreadablePduException extends Exception {

    private final transient SmppPdu answer;

    UnreadablePduException(PduType answer, int sequence, EsmeStatus status) {
        super("It cannot be read: " + status, null, false, false);
        this.answer = SmppPdu.of(answer, sequence).answer(status);
    }

    /** @return the answer for its sender: the refusal of its command, or generic_nack */
    public SmppPdu answer() {
        return answer;
    }
}
