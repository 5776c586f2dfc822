package org.caravansms.message;

import java.util.Locale;

/** The way by which a message came to the gateway. Its name in forms and rules is in lower case. */
public enum Source {

    /** A request of the HTTP API. */
    HTTP,
    /** A submit_sm of a program that is bound to the SMPP server. */
    SMPP,
    /** A message on the queue {@code sms.submit}. */
    QUEUE,
    /** A call of {@code direct:send} by a route in the gateway. */
    EXTENSION;

    private final String text = name().toLowerCase(Locale.ROOT);

    @Override
    public String toString() {
        return text;
    }
}
