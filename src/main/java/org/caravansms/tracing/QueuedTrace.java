package org.caravansms.tracing;

import io.opentelemetry.api.trace.Span;
import org.caravansms.jms.QueuedText;

/**
 * The trace's context on a queued message: {@code traceparent} is the last field of its JSON, where nobody else writes
 * one. A message that is not traced stays as it is.
 */
final class QueuedTrace {

    private static final String FIELD = ",\"" + MessageTracer.TRACEPARENT + "\":\"";
    private static final String END = "\"}";
    private static final int LENGTH = 55;

    private QueuedTrace() {}

    static QueuedText put(QueuedText message, Span span) {
        if (!span.getSpanContext().isSampled()) {
            return message;
        }
        String body = message.body();
        String traced = body.substring(0, body.length() - 1) + FIELD + MessageTracer.traceparent(span) + END;
        return new QueuedText(
                traced, message.properties(), message.delivery(), message.copyTo(), message.octets(), message.event());
    }

    /** @return null when it is not traced; quotes inside a text are escaped, and look different */
    static String of(String body) {
        int at = body.length() - END.length() - LENGTH;
        boolean isTraced = body.endsWith(END) && body.startsWith(FIELD, at - FIELD.length());
        return isTraced ? body.substring(at, at + LENGTH) : null;
    }
}
