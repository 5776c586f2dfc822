package org.caravansms.smsc;

/** There is no session to submit on: nothing was sent. */
public final class NotSentException extends RuntimeException {

    public NotSentException(String why) {
        super(why, null, false, false);
    }
}
