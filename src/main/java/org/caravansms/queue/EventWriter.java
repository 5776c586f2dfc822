package org.caravansms.queue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.SmsMessage;

/**
 * Gathers events into as few JMS messages as the broker likes. So the events of a whole transaction cost about as much as
 * one message.
 */
final class EventWriter {

    /** The broker writes a message of more than 50,000 characters to a file of its own. */
    private static final int FULL = 36_000;

    private static final JsonFactory JSON = new JsonFactory();

    private final Sink sink;
    private final Map<String, Object> properties;
    private StringWriter text;
    private JsonGenerator to;
    private boolean reports;

    /** @param properties of each JMS message */
    EventWriter(Sink sink, Map<String, Object> properties) {
        this.sink = sink;
        this.properties = properties;
    }

    /** Where a JMS message of events goes. */
    @FunctionalInterface
    interface Sink {
        void add(QueuedText message);
    }

    /** @param message the form on the queue of the message that it tells of in full, or null when the event has that itself */
    void add(Event event, String message) {
        try {
            open();
            write(event, message);
            if (text.getBuffer().length() > FULL) {
                flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands over what was gathered, if anything was. */
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
        sink.add(message);
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
            to = JSON.createGenerator(text);
            to.writeStartObject();
            to.writeNumberField("v", EventForm.VERSION);
            to.writeArrayFieldStart("events");
        }
    }

    private void write(Event event, String message) throws IOException {
        to.writeStartObject();
        to.writeStringField("type", event.type().toString());
        to.writeStringField("at", event.at().toString());
        said("id", event.messageId());
        said("provider", event.provider());
        said("reason", event.reason());
        if (event.state() != null) {
            to.writeStringField("state", SubjectForm.name(event.state()));
        }
        if (event.submittedAt() != null) {
            to.writeStringField("submittedAt", event.submittedAt().toString());
        }
        parts(event);
        subject(event, message);
        to.writeEndObject();
        to.flush();
    }

    private void said(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            to.writeStringField(name, value);
        }
    }

    private void parts(Event event) throws IOException {
        if (!event.parts().isEmpty()) {
            to.writeObjectFieldStart("parts");
            for (Map.Entry<Integer, String> part : event.parts().entrySet()) {
                to.writeStringField(part.getKey().toString(), part.getValue());
            }
            to.writeEndObject();
        }
    }

    private void subject(Event event, String message) throws IOException {
        if (message != null) {
            to.writeFieldName("message");
            to.writeRawValue(message);
        } else if (event.subject() instanceof SmsMessage whole) {
            to.writeFieldName("message");
            MessageForm.write(whole, to);
        } else if (event.subject() != null) {
            SubjectForm.write(event.subject(), to);
        }
        reports |= event.type() != EventType.ACCEPTED && (message != null || isOfAMessage(event));
    }

    private static boolean isOfAMessage(Event event) {
        return event.message() != null || event.type() == EventType.RECEIVED;
    }
}
