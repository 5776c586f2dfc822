package org.caravansms.api;

import org.caravansms.message.Fault;

/** The request is refused as a whole: the client gets an error envelope, and none of its messages is sent. */
public final class ApiException extends RuntimeException {

    private final transient Fault fault;

    /** @param text what is wrong, naming the parameter; never a password or a message's text */
    public ApiException(Fault fault, String text) {
        super(text, null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
