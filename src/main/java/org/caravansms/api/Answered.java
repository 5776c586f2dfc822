package org.caravansms.api;

import org.apache.camel.Exchange;

/** Tells whether a client has what it asked for, as far as its connection says. */
public final class Answered {

    /** Set to true once an answer and its body are written. */
    static final String WRITTEN = "SmsAnswerWritten";

    /** Whether the answer was written, and was none that refuses. */
    public boolean isWhole(Exchange exchange) {
        return exchange.getProperty(WRITTEN, false, boolean.class)
                && exchange.getProperty(Exchange.EXCEPTION_CAUGHT) == null;
    }
}
