package org.caravansms.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.MessageState;
import org.caravansms.message.Subject;

/**
 * The one form of events on {@code sms.events}: JMS text messages, each a JSON object, version 1, with the events of a
 * transaction in their order. {@code docs/events.schema.json} is its JSON Schema.
 *
 * <pre>{"v":1,"events":[{"type":"submitted","at":"2026-11-22T10:00:00Z","id":"…","provider":"acme",
 * "parts":{"1":"4f2a"}}]}</pre>
 *
 * What a field would say nothing in is left out. Unknown fields are ignored, and so are events of an unknown type.
 */
public final class EventForm {

    static final int VERSION = 1;

    private final MessageForm messages;

    public EventForm(MessageForm messages) {
        this.messages = messages;
    }

    /** The events of a batch of JMS messages, in their order. One that cannot be read goes to the dead letters of its queue. */
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

    /** As many JMS messages as the events need, which is none when there are none. */
    public List<QueuedText> writeAll(@Body List<Event> events) {
        return writeAll(events, Map.of());
    }

    /** What the store makes of others' events: it does not read these itself. */
    public List<QueuedText> writeAllOfTheStore(@Body List<Event> events) {
        return writeAll(events, Map.of(MessageProperties.EVENTS_OF, "store"));
    }

    private static List<QueuedText> writeAll(List<Event> events, Map<String, Object> properties) {
        List<QueuedText> written = new ArrayList<>();
        EventWriter writer = new EventWriter(written::add, properties);
        events.forEach(event -> writer.add(event, null));
        writer.flush();
        return written;
    }

    /** @throws UnreadableMessageException naming what is missing or wrong, without a text or a number */
    public List<Event> read(String json) {
        JsonNode node = MessageForm.parse(json);
        if (node.path("v").asInt() != VERSION) {
            throw new UnreadableMessageException("its version is not " + VERSION);
        }
        List<Event> events = new ArrayList<>();
        for (JsonNode event : node.path("events")) {
            EventType type = type(MessageForm.text(event, "type"));
            if (type != null) {
                events.add(event(type, event));
            }
        }
        return events;
    }

    private Event event(EventType type, JsonNode node) {
        String state = node.path("state").asText("");
        return new Event(
                type,
                MessageForm.time(node, "at"),
                node.path("id").asText(""),
                node.path("provider").asText(""),
                node.path("reason").asText(""),
                parts(node.path("parts")),
                state.isEmpty() ? null : SubjectForm.named(MessageState.class, state),
                node.has("submittedAt") ? MessageForm.time(node, "submittedAt") : null,
                subject(node));
    }

    private Subject subject(JsonNode node) {
        return node.has("message") ? messages.read(node.get("message")) : SubjectForm.read(node);
    }

    private static EventType type(String name) {
        try {
            return EventType.named(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static SortedMap<Integer, String> parts(JsonNode node) {
        if (node.isMissingNode()) {
            return Collections.emptySortedMap();
        }
        SortedMap<Integer, String> parts = new TreeMap<>();
        node.fields()
                .forEachRemaining(part -> parts.put(
                        SubjectForm.number(part.getKey()), part.getValue().asText()));
        return parts;
    }
}
