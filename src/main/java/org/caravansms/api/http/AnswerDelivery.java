package org.caravansms.api.http;

import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;

/** Checks whether a client has received its answer, as far as its connection shows. */
public final class AnswerDelivery {

    /** Set to true once an answer and its body are written. */
    static final String WRITTEN = "SmsAnswerWritten";

    /** A BooleanSupplier: whether the client still waits for its answer. */
    static final String WAITS = "SmsClientWaits";

    /** To be asked before the answer: a client may close its connection after it. */
    public boolean isAwaited(Exchange exchange) {
        return exchange.getProperty(WAITS, BooleanSupplier.class).getAsBoolean();
    }

    /** After the answer: whether it was awaited, is written, and is no refusal. */
    public boolean isWhole(Exchange exchange, @Variable("awaited") boolean awaited) {
        return awaited
                && exchange.getProperty(WRITTEN, false, boolean.class)
                && exchange.getProperty(Exchange.EXCEPTION_CAUGHT) == null;
    }
}
