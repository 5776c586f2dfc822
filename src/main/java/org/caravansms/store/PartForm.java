package org.caravansms.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.caravansms.message.Event;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;
import org.caravansms.message.Ports;

/** Messages from handsets, and parts of them, as the documents of their rows: of parts their octets, without the text. */
final class PartForm {

    private static final JsonMapper JSON = new JsonMapper();

    private PartForm() {}

    static String write(Event event) {
        InboundPart part = (InboundPart) event.subject();
        ObjectNode node = JSON.createObjectNode()
                .put("at", Micros.of(event.at()))
                .put("provider", event.provider())
                .put("from", part.source())
                .put("to", part.destination())
                .put("type", part.type())
                .put("text", part.alphabet().isEmpty() ? part.text() : "")
                .put("reference", part.reference())
                .put("number", part.number())
                .put("count", part.count())
                .put("alphabet", part.alphabet())
                .put("octets", part.octets());
        put(part.ports(), node);
        if (part.sentAt() != null) {
            node.put("sent", Micros.of(part.sentAt()));
        }
        return node.toString();
    }

    static Event readPart(String id, String json) {
        JsonNode node = Json.parse(json);
        InboundPart part = new InboundPart(
                id,
                Json.text(node, "from"),
                Json.text(node, "to"),
                Json.text(node, "type"),
                Json.text(node, "text"),
                Json.time(node, "sent"),
                node.get("reference").intValue(),
                node.get("number").intValue(),
                node.get("count").intValue(),
                Json.text(node, "alphabet"),
                Json.text(node, "octets"),
                ports(node));
        return Event.part(Json.time(node, "at"), Json.text(node, "provider"), part);
    }

    static String write(InboundMessage message) {
        ObjectNode node = JSON.createObjectNode()
                .put("at", Micros.of(message.receivedAt()))
                .put("user", message.user())
                .put("provider", message.provider())
                .put("from", message.source())
                .put("to", message.destination())
                .put("type", message.type())
                .put("text", message.text());
        put(message.ports(), node);
        if (message.sentAt() != null) {
            node.put("sent", Micros.of(message.sentAt()));
        }
        return node.toString();
    }

    static InboundMessage readMessage(String id, String json) {
        JsonNode node = Json.parse(json);
        return new InboundMessage(
                id,
                Json.text(node, "user"),
                Json.text(node, "provider"),
                Json.text(node, "from"),
                Json.text(node, "to"),
                Json.text(node, "type"),
                Json.text(node, "text"),
                Json.time(node, "sent"),
                Json.time(node, "at"),
                ports(node));
    }

    private static void put(Ports ports, ObjectNode node) {
        if (!ports.equals(Ports.NONE)) {
            node.put("sourcePort", ports.source()).put("destinationPort", ports.destination());
        }
    }

    private static Ports ports(JsonNode node) {
        return new Ports(
                node.path("sourcePort").asInt(-1), node.path("destinationPort").asInt(-1));
    }
}
