package org.caravansms.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.caravansms.api.Report;
import org.caravansms.api.SendRequest;
import org.caravansms.message.SmsMessage;

/** The trace of a request, or those of a batch of them, on its exchange. */
final class RequestTrace {

    private static final String PROPERTY = "SmsTrace";

    /** The spans of the messages until they are committed. */
    final List<Span> messages = new ArrayList<>();

    /** Of a batch, by the ids of the messages. */
    private final Map<String, Context> parents = new HashMap<>();

    /** The contexts in which the messages of each request are sent; the root one begins a trace for each message. */
    private final List<Context> requests;

    private RequestTrace(List<Context> requests) {
        this.requests = requests;
    }

    static void begin(List<Context> requests, Exchange exchange) {
        exchange.setProperty(PROPERTY, new RequestTrace(requests));
    }

    /** Their ids are known once the messages are accepted. */
    void add(Report accepted) {
        SendRequest request = accepted.request().sendRequest();
        if (requests.size() > 1 && request != null) {
            parents.put(accepted.messageId(), requests.get(request.number()));
        }
    }

    /** @return that of the message, or of the request where it is the only one; a copy follows its message */
    Context parent(SmsMessage message) {
        String copyOf = message.routing().copyOf();
        String id = copyOf.isEmpty() ? message.id() : copyOf;
        return requests.size() == 1 ? requests.get(0) : parents.getOrDefault(id, Context.root());
    }

    /** @return that of the exchange; a new one where no step has begun one */
    static RequestTrace of(Exchange exchange) {
        RequestTrace known = exchange.getProperty(PROPERTY, RequestTrace.class);
        if (known == null) {
            begin(List.of(Context.root()), exchange);
        }
        return exchange.getProperty(PROPERTY, RequestTrace.class);
    }
}
