package org.caravansms.message;

/** One message cannot be sent as it is; the others of its request can. The text says why, for the client. */
public final class RejectedMessageException extends RuntimeException {

    private final transient Fault fault;

    /** @param text what is wrong, naming the parameter, without the message's text */
    public RejectedMessageException(Fault fault, String text) {
        super(text, null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
