package org.caravansms.queue;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageProperties;

/**
 * The one form of events on {@code sms.events}: JMS text messages, each a JSON object, version 1, with the events of a
 * transaction in their order. {@code docs/events.schema.json} is its JSON Schema.
 *
 * <pre>{"v":1,"events":[{"type":"submitted","at":"2026-11-22T10:00:00Z","id":"…","provider":"acme",
 * "parts":{"1":"4f2a"}}]}</pre>
 *
 * Empty fields are left out. Unknown fields are ignored, and so are events of an unknown type.
 */
public final class EventJson {

    private static final ObjectReader DOCUMENT = QueueJson.MAPPER.readerFor(Document.class);
    private static final ObjectReader EVENT = QueueJson.MAPPER.readerFor(QueuedEvent.class);
    private static final Set<String> TYPES =
            Arrays.stream(EventType.values()).map(EventType::toString).collect(Collectors.toSet());

    private final EventsInFull eventsInFull;

    /** @param eventsInFull whether the events of the store are reports though the client asked for none */
    public EventJson(EventsInFull eventsInFull) {
        this.eventsInFull = eventsInFull;
    }

    /**
     * The events of a batch of JMS messages, in their order. One that cannot be read goes to the dead letters of its
     * queue.
     */
    public List<Event> readAll(@Body List<Exchange> batch) {
        List<Event> events = new ArrayList<>();
        for (Exchange exchange : batch) {
            try {
                events.addAll(read(exchange.getMessage().getBody(String.class)));
            } catch (UnreadableMessageException e) {
                exchange.setException(e);
            }
        }
        return events;
    }

    private boolean isReport(Event event) {
        return eventsInFull.reported()
                || event.message() != null && event.message().isReported();
    }

    /** As few JMS messages as the events need, none for no events. */
    public List<QueuedText> writeAll(@Body List<Event> events) {
        return writeAll(events, Map.of());
    }

    /** The events of the store, which does not read them itself. */
    public List<QueuedText> writeAllOfTheStore(@Body List<Event> events) {
        return writeAll(events, Map.of(MessageProperties.EVENTS_OF, "store"), this::isReport);
    }

    static List<QueuedText> writeAll(List<Event> events, Map<String, Object> properties) {
        return writeAll(events, properties, event -> true);
    }

    private static List<QueuedText> writeAll(
            List<Event> events, Map<String, Object> properties, Predicate<Event> reports) {
        List<QueuedText> written = new ArrayList<>();
        EventWriter writer = new EventWriter(written::add, properties);
        events.forEach(event -> writer.add(event, null, reports.test(event)));
        writer.flush();
        return written;
    }

    /** @throws UnreadableMessageException naming what is missing or wrong, without a text or a number */
    public List<Event> read(String json) {
        Document document = QueueJson.read(DOCUMENT, json, EventJson::known);
        return document.events().stream().map(QueuedEvent::event).toList();
    }

    private static Document known(JsonNode document) {
        List<QueuedEvent> events = new ArrayList<>();
        for (JsonNode event : document.path("events")) {
            if (isKnown(event.path("type"))) {
                events.add(QueueJson.read(EVENT, event));
            }
        }
        return new Document(events);
    }

    /** A type that is not a text is an error, and not an event of a newer version. */
    private static boolean isKnown(JsonNode type) {
        return !type.isTextual() || TYPES.contains(type.textValue());
    }

    private record Document(
            @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
            List<QueuedEvent> events) {}
}
