package org.caravansms.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.EventType;
import org.caravansms.message.Options;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;

/** A life as the document of its row: JSON with short names, since there are millions of them. */
final class LifeForm {

    /** Half a character, which a client may have sent, is none that a database takes. */
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final int USUAL_LENGTH = 600;

    private LifeForm() {}

    static String write(Life life) {
        StringWriter json = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator to = FACTORY.createGenerator(json)) {
            to.writeStartObject();
            if (life.message() != null) {
                to.writeObjectFieldStart("m");
                write(life.message(), to);
                to.writeEndObject();
            }
            to.writeArrayFieldStart("h");
            for (Happening happening : life.happenings()) {
                write(happening, to);
            }
            to.writeEndArray();
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    static Life read(String id, String json) {
        JsonNode node = Json.parse(json);
        List<Happening> happenings = new ArrayList<>();
        node.get("h").forEach(happening -> happenings.add(happening(happening)));
        return new Life(id, node.has("m") ? message(id, node.get("m")) : null, happenings, true);
    }

    static void write(SmsMessage message, JsonGenerator to) throws IOException {
        to.writeStringField("user", message.user());
        to.writeStringField("from", message.originator());
        to.writeStringField("to", message.recipient());
        to.writeStringField("type", message.type());
        to.writeStringField("text", message.text());
        Json.said("provider", message.provider(), to);
        to.writeNumberField("at", Micros.of(message.acceptedAt()));
        Options options = message.options();
        Json.said("clientId", options.clientId(), to);
        Json.said("validUntil", options.validUntil(), to);
        Json.said("sendAt", options.sendAt(), to);
        Json.said("reportUrl", options.reportUrl(), to);
        if (options.priority() != null) {
            to.writeNumberField("priority", options.priority());
        }
        for (Map.Entry<SmppField, Integer> field : options.smpp().entrySet()) {
            to.writeNumberField(field.getKey().standardName(), field.getValue());
        }
    }

    private static SmsMessage message(String id, JsonNode node) {
        return new SmsMessage(
                id,
                Json.text(node, "user"),
                Json.text(node, "from"),
                Json.text(node, "to"),
                Json.text(node, "type"),
                Json.text(node, "text"),
                Json.text(node, "provider"),
                Json.time(node, "at"),
                options(node));
    }

    private static Options options(JsonNode node) {
        Map<SmppField, Integer> smpp = new EnumMap<>(SmppField.class);
        for (SmppField field : SmppField.values()) {
            if (node.has(field.standardName())) {
                smpp.put(field, node.get(field.standardName()).intValue());
            }
        }
        return new Options(
                Json.text(node, "clientId"),
                Json.time(node, "validUntil"),
                Json.time(node, "sendAt"),
                Json.text(node, "reportUrl"),
                smpp,
                node.has("priority") ? node.get("priority").intValue() : null);
    }

    private static void write(Happening happening, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("t", happening.type().toString());
        to.writeNumberField("at", Micros.of(happening.at()));
        Json.said("by", happening.provider(), to);
        Json.said("why", happening.reason(), to);
        if (!happening.parts().isEmpty()) {
            to.writeObjectFieldStart("parts");
            for (Map.Entry<Integer, String> part : happening.parts().entrySet()) {
                to.writeStringField(part.getKey().toString(), part.getValue());
            }
            to.writeEndObject();
        }
        if (happening.delivery() != null) {
            to.writeNumberField("part", happening.part());
            to.writeNumberField("s", happening.delivery().code());
        }
        to.writeEndObject();
    }

    private static Happening happening(JsonNode node) {
        Instant at = Json.time(node, "at");
        DeliveryState delivery = node.has("s") ? DeliveryState.of(node.get("s").intValue()) : null;
        return new Happening(
                EventType.named(Json.text(node, "t")),
                at,
                Json.text(node, "by"),
                Json.text(node, "why"),
                parts(node.path("parts")),
                node.path("part").asInt(),
                delivery);
    }

    private static SortedMap<Integer, String> parts(JsonNode node) {
        if (node.isMissingNode()) {
            return Collections.emptySortedMap();
        }
        SortedMap<Integer, String> parts = new TreeMap<>();
        node.fields()
                .forEachRemaining(part -> parts.put(
                        Integer.valueOf(part.getKey()), part.getValue().textValue()));
        return parts;
    }
}
