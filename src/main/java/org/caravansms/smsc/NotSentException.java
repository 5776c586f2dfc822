package org.caravansms.smsc;

/** There is no session to submit on, or none any more: nothing left the machine. */
public final class NotSentException extends RuntimeException {

    public NotSentException(String why) {
        super(why, null, false, false);
    }
}
