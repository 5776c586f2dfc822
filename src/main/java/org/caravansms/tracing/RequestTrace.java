package org.caravansms.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;

/** The trace of a request, on its exchange. */
final class RequestTrace {

    private static final String PROPERTY = "SmsTrace";

    /** The spans of the messages until they are committed. */
    final List<Span> messages = new ArrayList<>();

    /** The context in which the messages are sent; the root one begins a trace for each. */
    final Context parent;

    private RequestTrace(Context parent) {
        this.parent = parent;
    }

    static void begin(Context parent, Exchange exchange) {
        exchange.setProperty(PROPERTY, new RequestTrace(parent));
    }

    /** @return that of the exchange; a new one where no step has begun one */
    static RequestTrace of(Exchange exchange) {
        RequestTrace known = exchange.getProperty(PROPERTY, RequestTrace.class);
        if (known == null) {
            begin(Context.root(), exchange);
        }
        return exchange.getProperty(PROPERTY, RequestTrace.class);
    }
}
