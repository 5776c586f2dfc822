package org.caravansms.message;

/** This one message cannot be sent as it is; its neighbours in the request can. The text tells the client what is wrong. */
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
