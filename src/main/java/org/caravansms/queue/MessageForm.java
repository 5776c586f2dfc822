package org.caravansms.queue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.caravansms.jms.Delivery;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Destination;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Options;
import org.caravansms.message.SmsMessage;

/**
 * The one form of a message on a queue: a JSON object, version 1, and the property {@code SmsId} beside it.
 *
 * <pre>{"v":1,"id":"…","user":"admin","originator":"+44777888","recipient":"06203105366","type":"SMS:TEXT",
 * "text":"Hello World","acceptedAt":"2026-11-22T10:00:00Z"}</pre>
 *
 * A {@code provider} stands after the text when the client asked for one, and {@link OptionsForm} adds what else it asked for. Unknown fields are ignored, so that an older
 * node reads what a newer one wrote.
 */
public final class MessageForm {

    private static final int VERSION = 1;
    private static final int MANY = 1_000;
    private static final JsonMapper JSON = new JsonMapper();
    private final JsonFactory factory = JSON.getFactory();
    private final String copies;

    /** @param copies the queue that gets a copy of each message which its client named */
    public MessageForm(String copies) {
        this.copies = copies;
    }

    /**
     * All messages of a request, in its order. Those of a large one are written as they are sent, to spare the memory.
     *
     * @param destinations where each of them waits
     */
    public List<QueuedText> writeAll(
            @Body List<SmsMessage> messages, @Variable("destinations") List<Destination> destinations) {
        List<QueuedText> written = new WrittenWhenSent(this, messages, destinations);
        return messages.size() < MANY ? List.copyOf(written) : written;
    }

    /** For the queue that the route names. */
    public QueuedText write(SmsMessage message) {
        return write(message, Destination.USUAL);
    }

    QueuedText write(SmsMessage message, Destination destination) {
        Options options = message.options();
        Delivery delivery = delivery(options, destination);
        return new QueuedText(
                json(message), properties(message), delivery, options.hasClientId() ? copies : null, accepted(message));
    }

    private static Delivery delivery(Options options, Destination destination) {
        if (options == Options.NONE && destination.equals(Destination.USUAL)) {
            return Delivery.USUAL;
        }
        return new Delivery(
                destination.queue(),
                Objects.requireNonNullElse(options.priority(), destination.priority()),
                options.sendAt(),
                options.validUntil());
    }

    private static Event accepted(SmsMessage message) {
        return Event.of(EventType.ACCEPTED, message.acceptedAt(), message.id(), "");
    }

    private static Map<String, Object> properties(SmsMessage message) {
        Options options = message.options();
        if (!options.hasClientId() && options.reportUrl().isEmpty()) {
            return Map.of(MessageProperties.ID, message.id());
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put(MessageProperties.ID, message.id());
        if (options.hasClientId()) {
            properties.put(MessageProperties.CLIENT_ID, options.clientId());
        }
        if (!options.reportUrl().isEmpty()) {
            properties.put(MessageProperties.REPORT, true);
        }
        return properties;
    }

    /** @throws UnreadableMessageException naming what is missing or wrong, without the message's text */
    public SmsMessage read(String json) {
        return read(parse(json));
    }

    SmsMessage read(JsonNode node) {
        if (!field(node, "v").isInt() || node.get("v").intValue() != VERSION) {
            throw new UnreadableMessageException("its version is not " + VERSION);
        }
        return new SmsMessage(
                text(node, "id"),
                text(node, "user"),
                text(node, "originator"),
                text(node, "recipient"),
                text(node, "type"),
                text(node, "text"),
                node.path("provider").asText(""),
                time(node, "acceptedAt"),
                OptionsForm.read(node));
    }

    private String json(SmsMessage message) {
        StringWriter json = new StringWriter(256);
        try (JsonGenerator to = factory.createGenerator(json)) {
            write(message, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    static void write(SmsMessage message, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeNumberField("v", VERSION);
        to.writeStringField("id", message.id());
        to.writeStringField("user", message.user());
        to.writeStringField("originator", message.originator());
        to.writeStringField("recipient", message.recipient());
        to.writeStringField("type", message.type());
        to.writeStringField("text", message.text());
        if (!message.provider().isEmpty()) {
            to.writeStringField("provider", message.provider());
        }
        to.writeStringField("acceptedAt", message.acceptedAt().toString());
        OptionsForm.write(message.options(), to);
        to.writeEndObject();
    }

    static JsonNode parse(String json) {
        if (json == null) {
            throw new UnreadableMessageException("it is not a text message");
        }
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UnreadableMessageException("it is not JSON");
        }
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode field = node.get(name);
        if (field == null) {
            throw new UnreadableMessageException("its field " + name + " is missing");
        }
        return field;
    }

    static String text(JsonNode node, String name) {
        JsonNode field = field(node, name);
        if (!field.isTextual()) {
            throw new UnreadableMessageException("its field " + name + " is not a string");
        }
        return field.textValue();
    }

    static Instant time(JsonNode node, String name) {
        try {
            return InstantText.parse(text(node, name));
        } catch (DateTimeException e) {
            throw new UnreadableMessageException("its field " + name + " is not an ISO 8601 instant");
        }
    }
}
