package org.caravansms.api.http;

import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;

/** Tells whether a client has what it asked for, as far as its connection shows. */
public final class AnswerDelivery {

    /** Set to true once an answer and its body are written. */
    static final String WRITTEN = "SmsAnswerWritten";

    /** Tells whether the client still waits. */
    static final String WAITS = "SmsClientWaits";

    /** Before the answer: whether the client still waits for it. One that closes its connection once it has it is gone too. */
    public boolean isAwaited(Exchange exchange) {
        return exchange.getProperty(WAITS, BooleanSupplier.class).getAsBoolean();
    }

    /** After the answer: whether it was awaited, written, and none that refuses. */
    public boolean isWhole(Exchange exchange, @Variable("awaited") boolean awaited) {
        return awaited
                && exchange.getProperty(WRITTEN, false, boolean.class)
                && exchange.getProperty(Exchange.EXCEPTION_CAUGHT) == null;
    }
}
