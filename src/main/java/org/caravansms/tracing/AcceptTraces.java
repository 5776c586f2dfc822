package org.caravansms.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.caravansms.api.Report;
import org.caravansms.api.Submission;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.SmsMessage;

/** The span of each accepted message from its acceptance to the commit; a message on its queue has its context. */
final class AcceptTraces {

    private final MessageTracer tracer;
    private final String outbound;

    /** @param outbound the queue of accepted messages, where no rule names another */
    AcceptTraces(MessageTracer tracer, String outbound) {
        this.tracer = tracer;
        this.outbound = outbound;
    }

    Runnable committed(Exchange exchange) {
        RequestTrace trace = RequestTrace.of(exchange);
        exchange.getMessage().getBody(Submission.class).reports().stream()
                .filter(Report::isToBeSent)
                .forEach(trace::add);
        return () -> {
            StatusCode status = exchange.getException() == null ? StatusCode.UNSET : StatusCode.ERROR;
            trace.messages.forEach(span -> span.setStatus(status).end());
        };
    }

    /** The messages of a large request are written one by one as they are sent. */
    Runnable written(Exchange exchange) {
        RequestTrace trace = RequestTrace.of(exchange);
        List<?> messages = exchange.getMessage().getBody(List.class);
        return () -> {
            if (exchange.getMessage().getBody() instanceof List<?> texts) {
                List<Span> spans = messages.stream()
                        .map(message -> span((SmsMessage) message, trace))
                        .toList();
                trace.messages.addAll(spans);
                exchange.getMessage().setBody(new AbstractList<QueuedText>() {
                    @Override
                    public QueuedText get(int index) {
                        return QueuedTrace.put((QueuedText) texts.get(index), spans.get(index));
                    }

                    @Override
                    public int size() {
                        return texts.size();
                    }
                });
            }
        };
    }

    private Span span(SmsMessage message, RequestTrace trace) {
        String queue = message.routing().destination() == null
                ? outbound
                : Objects.requireNonNullElse(message.routing().destination().queue(), outbound);
        return tracer.span("send " + queue, SpanKind.PRODUCER, trace.parent(message))
                .setAttribute(Attribute.SYSTEM, Attribute.QUEUES)
                .setAttribute(Attribute.DESTINATION, queue)
                .setAttribute(Attribute.OPERATION, "send")
                .setAttribute(Attribute.OPERATION_TYPE, "send")
                .setAttribute(Attribute.MESSAGE_ID, message.id())
                .setAttribute(Attribute.USER, message.user())
                .startSpan();
    }
}
