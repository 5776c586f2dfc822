package org.caravansms.queue;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmsMessage;

/**
 * Writes events into few JMS messages, so that all events of a transaction cost about as much as one message.
 */
final class EventWriter {

    /** The broker writes a message of more than 50,000 characters to a file of its own. */
    private static final int FULL = 36_000;

    private static final ObjectWriter EVENT = QueueJson.MAPPER.writerFor(Document.class);

    private final Consumer<QueuedText> sink;
    private final Map<String, Object> properties;
    private StringWriter text;
    private JsonGenerator to;
    private boolean reports;

    /**
     * @param sink receives each JMS message of events
     * @param properties of each JMS message
     */
    EventWriter(Consumer<QueuedText> sink, Map<String, Object> properties) {
        this.sink = sink;
        this.properties = properties;
    }

    /** @param subject the message, receipt or part of the event, under its name */
    private record Document(
            @JsonUnwrapped Event event, @JsonAnyGetter Map<String, Object> subject) {}

    /**
     * @param message the JSON of the message that the event reports in full, or null when the event has the message
     *     itself
     */
    void add(Event event, String message) {
        try {
            open();
            EVENT.writeValue(to, new Document(event, subject(event, message)));
            reports |= event.type() != EventType.ACCEPTED && (message != null || isOfAMessage(event));
            if (text.getBuffer().length() > FULL) {
                flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes the gathered events to the sink. */
    void flush() {
        if (to == null) {
            return;
        }
        try {
            to.writeEndArray();
            to.writeEndObject();
            to.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        QueuedText message = new QueuedText(text.toString(), properties());
        clear();
        sink.accept(message);
    }

    private void clear() {
        to = null;
        text = null;
        reports = false;
    }

    private Map<String, Object> properties() {
        if (!reports) {
            return properties;
        }
        Map<String, Object> all = new HashMap<>(properties);
        all.put(MessageProperties.REPORTS, true);
        return all;
    }

    private void open() throws IOException {
        if (to == null) {
            text = new StringWriter(FULL / 8);
            to = QueueJson.MAPPER.createGenerator(text);
            to.writeStartObject();
            to.writeNumberField(QueueJson.VERSION_FIELD, QueueJson.VERSION);
            to.writeArrayFieldStart("events");
        }
    }

    private static Map<String, Object> subject(Event event, String message) {
        if (message != null) {
            return Map.of("message", new RawValue(message));
        } else if (event.subject() instanceof SmsMessage whole) {
            return Map.of("message", whole);
        } else if (event.subject() instanceof Receipt receipt) {
            return Map.of("receipt", receipt);
        } else if (event.subject() instanceof InboundPart part) {
            return Map.of("part", part);
        }
        return event.subject() instanceof InboundMessage inbound ? Map.of("inbound", inbound) : Map.of();
    }

    private static boolean isOfAMessage(Event event) {
        return event.message() != null || event.type() == EventType.RECEIVED;
    }
}
