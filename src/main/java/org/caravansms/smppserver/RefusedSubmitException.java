package org.caravansms.smppserver;

import org.caravansms.smpp.EsmeStatus;

/** A field of a submit_sm cannot be read. The text says which, for the client, without its value. */
final class RefusedSubmitException extends RuntimeException {

    private final EsmeStatus status;

    RefusedSubmitException(EsmeStatus status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    EsmeStatus status() {
        return status;
    }
}
