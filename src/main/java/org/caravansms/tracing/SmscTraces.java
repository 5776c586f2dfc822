package org.caravansms.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageProperties;
import org.caravansms.smpp.SubmitPart;
import org.caravansms.smsc.InDoubtException;
import org.caravansms.smsc.RefusedException;

/** The spans of each submit_sm, until its answer, and of what the receipts say. */
final class SmscTraces {

    private static final String PROPERTY = "SmsTraced";
    private static final int MOST = 10_000;

    private final MessageTracer tracer;

    /** By message, the context of its last submit_sm. A restart forgets them: a receipt has no span then. */
    private final Map<String, Context> submitted = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Context> eldest) {
            return size() > MOST;
        }
    });

    SmscTraces(MessageTracer tracer) {
        this.tracer = tracer;
    }

    /** A message that is traced, and the route that sends it, {@code dispatch-<provider>-<bind>}. */
    private record Traced(Context context, String route) {

        String provider() {
            return route.replaceFirst("^dispatch-", "").replaceFirst("-[0-9]+$", "");
        }

        String bind() {
            return route.substring(route.lastIndexOf('-') + 1);
        }
    }

    Runnable read(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof String body) {
            String traceparent = QueuedTrace.of(body);
            if (traceparent != null) {
                Context context = MessageTracer.context(traceparent);
                exchange.setProperty(PROPERTY, new Traced(context, String.valueOf(exchange.getFromRouteId())));
            }
        }
        return null;
    }

    Runnable submit(Exchange exchange) {
        Traced message = exchange.getProperty(PROPERTY, Traced.class);
        return message == null ? null : submit(exchange, message);
    }

    private Runnable submit(Exchange exchange, Traced message) {
        SubmitPart part = exchange.getMessage().getBody(SubmitPart.class);
        String id = exchange.getProperty(MessageProperties.ID, String.class);
        Span span = smpp("submit_sm", "send", SpanKind.CLIENT, message.provider(), id, message.context())
                .setAttribute(Attribute.BIND, message.bind())
                .setAttribute(Attribute.PART, part.number())
                .startSpan();
        return () -> {
            if (exchange.getException() == null) {
                submitted.put(id, message.context().with(span));
            } else {
                span.setStatus(StatusCode.ERROR).setAttribute(Attribute.ERROR, error(exchange.getException()));
            }
            span.end();
        };
    }

    private SpanBuilder smpp(String operation, String type, SpanKind kind, String provider, String id, Context parent) {
        return tracer.span(operation + " " + provider, kind, parent)
                .setAttribute(Attribute.SYSTEM, Attribute.SMPP)
                .setAttribute(Attribute.DESTINATION, provider)
                .setAttribute(Attribute.OPERATION, operation)
                .setAttribute(Attribute.OPERATION_TYPE, type)
                .setAttribute(Attribute.MESSAGE_ID, id);
    }

    /** The text of another exception may have a field's value. */
    private static String error(Exception failure) {
        return failure instanceof RefusedException || failure instanceof InDoubtException
                ? failure.getMessage()
                : failure.getClass().getName();
    }

    /** The events that the store makes of receipts. */
    Runnable receipts(Exchange exchange) {
        Instant begun = Instant.now();
        return () -> {
            if (!submitted.isEmpty() && exchange.getMessage().getBody() instanceof List<?> events) {
                events.forEach(event -> receipt((Event) event, begun));
            }
        };
    }

    private void receipt(Event event, Instant begun) {
        boolean isLast = event.type() == EventType.DELIVERED || event.type() == EventType.UNDELIVERED;
        if (!isLast && event.type() != EventType.UNDER_WAY) {
            return;
        }
        Context parent = isLast ? submitted.remove(event.messageId()) : submitted.get(event.messageId());
        if (parent != null) {
            smpp("receipt", "process", SpanKind.CONSUMER, event.provider(), event.messageId(), parent)
                    .setAttribute(Attribute.STATE, event.type().toString())
                    .setStartTimestamp(begun)
                    .startSpan()
                    .end();
        }
    }
}
