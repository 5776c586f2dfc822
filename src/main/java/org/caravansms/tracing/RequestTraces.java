package org.caravansms.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.caravansms.api.http.RawRequestBinding;

/** The spans of requests, in the traces of their clients where these name one. */
final class RequestTraces {

    private static final String API = "/api";
    private static final long SERVER_ERROR = 500;

    private final MessageTracer tracer;
    private final String queue;

    /** @param queue from which requests are read */
    RequestTraces(MessageTracer tracer, String queue) {
        this.tracer = tracer;
        this.queue = queue;
    }

    /** The URL is no attribute: a query has numbers and texts. */
    Runnable http(Exchange exchange) {
        HttpServletRequest request = exchange.getProperty(RawRequestBinding.REQUEST, HttpServletRequest.class);
        Context client = MessageTracer.context(request.getHeader(MessageTracer.TRACEPARENT));
        Span span = tracer.span(request.getMethod() + " " + API, SpanKind.SERVER, client)
                .setAttribute(Attribute.METHOD, request.getMethod())
                .setAttribute(Attribute.ROUTE, API)
                .startSpan();
        RequestTrace.begin(List.of(client.with(span)), exchange);
        return () -> {
            int answered = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 200, Integer.class);
            long status = exchange.getException() == null ? answered : SERVER_ERROR;
            span.setAttribute(Attribute.STATUS, status);
            span.setStatus(status < SERVER_ERROR ? StatusCode.UNSET : StatusCode.ERROR);
            span.end();
        };
    }

    /** Each request of a batch from the queue has a trace of its own. */
    Runnable queued(Exchange exchange) {
        List<?> batch = exchange.getMessage().getBody(List.class);
        List<Span> spans = new ArrayList<>();
        List<Context> contexts = new ArrayList<>();
        for (Object request : batch) {
            Context producer = context((Exchange) request);
            Span span = tracer.span("process " + queue, SpanKind.CONSUMER, producer)
                    .setAttribute(Attribute.SYSTEM, Attribute.QUEUES)
                    .setAttribute(Attribute.DESTINATION, queue)
                    .setAttribute(Attribute.OPERATION, "process")
                    .setAttribute(Attribute.OPERATION_TYPE, "process")
                    .startSpan();
            spans.add(span);
            contexts.add(producer.with(span));
        }
        RequestTrace.begin(contexts, exchange);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                spans.forEach(Span::end);
            }
        });
        return null;
    }

    /** Of {@code direct:send}: the trace is that of the route that called it. */
    Runnable sent(Exchange exchange) {
        RequestTrace.begin(List.of(context(exchange)), exchange);
        return null;
    }

    private static Context context(Exchange request) {
        return MessageTracer.context(request.getMessage().getHeader(MessageTracer.TRACEPARENT, String.class));
    }
}
