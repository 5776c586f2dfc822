package org.caravansms.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.camel.Exchange;
import org.caravansms.api.http.RawRequestBinding;

/** The spans of requests, in the traces of their clients where these name one. */
final class RequestTraces {

    private static final String API = "/api";
    private static final long SERVER_ERROR = 500;

    private final MessageTracer tracer;

    RequestTraces(MessageTracer tracer) {
        this.tracer = tracer;
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

    /** Of {@code direct:send}: the trace is that of the route that called it. */
    Runnable sent(Exchange exchange) {
        RequestTrace.begin(List.of(context(exchange)), exchange);
        return null;
    }

    /** Of {@code sms-submit}: each request of the batch has the trace of its producer. */
    Runnable produced(Exchange batch) {
        List<?> requests = batch.getMessage().getBody(List.class);
        List<Context> contexts =
                requests.stream().map(request -> context((Exchange) request)).toList();
        RequestTrace.begin(contexts, batch);
        return null;
    }

    private static Context context(Exchange request) {
        return MessageTracer.context(request.getMessage().getHeader(MessageTracer.TRACEPARENT, String.class));
    }
}
