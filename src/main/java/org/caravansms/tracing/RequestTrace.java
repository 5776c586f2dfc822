package org.caravansms.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;

/** The contexts of what is accepted together: of one request, or of the requests of a batch, each with its own trace. */
final class RequestTrace {

    private static final String PROPERTY = "SmsTrace";

    /** The spans of the messages until they are committed. */
    final List<Span> messages = new ArrayList<>();

    private final List<Context> requests;
    private final Map<String, Context> byMessage = new ConcurrentHashMap<>();

    private RequestTrace(List<Context> requests) {
        this.requests = requests;
    }

    /** @param requests in their order; the exchanges of their messages have it, too */
    static void begin(List<Context> requests, Exchange exchange) {
        exchange.setProperty(PROPERTY, new RequestTrace(requests));
    }

    /** @return that of the exchange; a new one without contexts where no step has begun one */
    static RequestTrace of(Exchange exchange) {
        RequestTrace known = exchange.getProperty(PROPERTY, RequestTrace.class);
        if (known == null) {
            begin(List.of(), exchange);
        }
        return exchange.getProperty(PROPERTY, RequestTrace.class);
    }

    /** @param number of the request that the message came with */
    void accepted(String messageId, int number) {
        if (requests.size() > 1 && number < requests.size()) {
            byMessage.put(messageId, requests.get(number));
        }
    }

    /** @return the context in which the message is sent; none begins a trace */
    Context parent(String messageId) {
        Context only = requests.size() == 1 ? requests.get(0) : Context.root();
        return byMessage.getOrDefault(messageId, only);
    }
}
