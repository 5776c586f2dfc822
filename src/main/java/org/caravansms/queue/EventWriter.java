package org.caravansms.queue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Source;

/**
 * Writes events into few JMS messages, so that all events of a transaction cost about as much as one message.
 */
final class EventWriter {

    /** The broker writes a message of more than 50,000 characters to a file of its own. */
    private static final int FULL = 36_000;

    private static final ObjectWriter EVENT =
            QueueJson.MAPPER.writerFor(QueuedEvent.class).without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private final Consumer<QueuedText> sink;
    private final Map<String, Object> properties;
    private StringWriter text;
    private JsonGenerator to;
    private final Set<String> kinds = new HashSet<>();

    /**
     * @param sink receives each JMS message of events
     * @param properties of each JMS message
     */
    EventWriter(Consumer<QueuedText> sink, Map<String, Object> properties) {
        this.sink = sink;
        this.properties = properties;
    }

    /**
     * @param message the JSON of the message that the event reports in full, or null when the event has the message
     *     itself
     * @param report whether an event with a message is a report, which the properties of its JMS message tell
     */
    void add(Event event, String message, boolean report) {
        try {
            open();
            EVENT.writeValue(to, QueuedEvent.of(event, message));
            noteKinds(event, report && (message != null || event.message() != null));
            if (text.getBuffer().length() + to.getOutputBuffered() > FULL) {
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
        kinds.clear();
    }

    private Map<String, Object> properties() {
        if (kinds.isEmpty()) {
            return properties;
        }
        Map<String, Object> all = new HashMap<>(properties);
        kinds.forEach(kind -> all.put(kind, true));
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

    /** By these properties a subscription gets what it may need, and little else. */
    private void noteKinds(Event event, boolean report) {
        if (event.type() == EventType.RECEIVED) {
            kinds.add(MessageProperties.REPORTS);
            kinds.add(MessageProperties.RECEIVED);
        } else if (report && event.type() != EventType.ACCEPTED) {
            kinds.add(MessageProperties.REPORTS);
            if (event.source() == Source.SMPP) {
                kinds.add(MessageProperties.RECEIPTS);
            }
        }
    }
}
