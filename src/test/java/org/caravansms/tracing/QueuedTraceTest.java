package org.caravansms.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.time.Instant;
import java.util.Map;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.SmsMessage;
import org.caravansms.queue.MessageJson;
import org.junit.jupiter.api.Test;

/** The context of a trace on a queued message. */
class QueuedTraceTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final String FIELD = ",\"traceparent\":\"" + PARENT + "\"}";

    private final MessageJson form = new MessageJson("sms.client-ids");

    @Test
    void contextShouldBeTheLastFieldThatTheMessageIsReadWithout() {
        SmsMessage message = message("Hello");
        QueuedText plain = form.write(message);
        QueuedText traced = QueuedTrace.put(plain, span(TraceFlags.getSampled()));
        assertEquals(plain.body().substring(0, plain.body().length() - 1) + FIELD, traced.body());
        assertEquals(plain.properties(), traced.properties());
        assertEquals(PARENT, QueuedTrace.of(traced.body()));
        assertEquals(message, form.read(traced.body()));
    }

    @Test
    void messageOfNoTraceShouldStayAsItIs() {
        QueuedText plain = form.write(message("Hello"));
        assertSame(plain, QueuedTrace.put(plain, span(TraceFlags.getDefault())));
        assertNull(QueuedTrace.of(plain.body()));
        assertNull(QueuedTrace.of("{}"));
    }

    @Test
    void textLikeAContextShouldBeNone() {
        assertNull(QueuedTrace.of(form.write(message(FIELD)).body()));
        assertNull(
                QueuedTrace.of(new QueuedText("{\"text\":\"" + FIELD.replace("\"", "\\\"") + "\"}", Map.of()).body()));
    }

    private static SmsMessage message(String text) {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        return new SmsMessage("i", "admin", "+44777888", "+36201", "SMS:TEXT", text, "", now, MessageOptions.NONE);
    }

    private static Span span(TraceFlags flags) {
        return Span.wrap(SpanContext.create(TRACE, "b7ad6b7169203331", flags, TraceState.getDefault()));
    }
}
