package org.caravansms.queue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;
import org.caravansms.message.Ports;
import org.caravansms.message.Receipt;
import org.caravansms.message.Subject;

/** What comes from SMSCs, as a field of an event: {@code receipt}, {@code part} or {@code inbound}. */
final class SubjectForm {

    private SubjectForm() {}

    static void write(Subject subject, JsonGenerator to) throws IOException {
        if (subject instanceof Receipt receipt) {
            write(receipt, to);
        } else if (subject instanceof InboundPart part) {
            write(part, to);
        } else if (subject instanceof InboundMessage message) {
            write(message, to);
        }
    }

    /** @return null when there is none */
    static Subject read(JsonNode event) {
        if (event.has("receipt")) {
            return receipt(event.get("receipt"));
        }
        if (event.has("part")) {
            return part(event.get("part"));
        }
        return event.has("inbound") ? inbound(event.get("inbound")) : null;
    }

    private static void write(Receipt receipt, JsonGenerator to) throws IOException {
        to.writeObjectFieldStart("receipt");
        to.writeStringField("smscId", receipt.smscId());
        if (!receipt.textId().isEmpty()) {
            to.writeStringField("textId", receipt.textId());
        }
        if (receipt.isOfMessage()) {
            to.writeBooleanField("ofMessage", true);
        }
        to.writeStringField("state", name(receipt.state()));
        to.writeStringField("error", receipt.error());
        write("doneAt", receipt.doneAt(), to);
        to.writeStringField("source", receipt.source());
        to.writeStringField("destination", receipt.destination());
        to.writeNumberField("bind", receipt.bind());
        to.writeStringField("text", receipt.text());
        to.writeStringField("pdu", receipt.pdu());
        to.writeEndObject();
    }

    private static Receipt receipt(JsonNode node) {
        return new Receipt(
                text(node, "smscId"),
                text(node, "textId"),
                node.path("ofMessage").asBoolean(),
                named(DeliveryState.class, text(node, "state")),
                text(node, "error"),
                time(node, "doneAt"),
                text(node, "source"),
                text(node, "destination"),
                node.path("bind").asInt(),
                text(node, "text"),
                text(node, "pdu"));
    }

    private static void write(InboundPart part, JsonGenerator to) throws IOException {
        to.writeObjectFieldStart("part");
        to.writeStringField("id", part.id());
        to.writeStringField("source", part.source());
        to.writeStringField("destination", part.destination());
        to.writeStringField("type", part.type());
        to.writeStringField("text", part.text());
        write("sentAt", part.sentAt(), to);
        to.writeNumberField("reference", part.reference());
        to.writeNumberField("number", part.number());
        to.writeNumberField("count", part.count());
        if (!part.isWhole()) {
            to.writeStringField("alphabet", part.alphabet());
            to.writeStringField("octets", part.octets());
        }
        write(part.ports(), to);
        to.writeEndObject();
    }

    private static InboundPart part(JsonNode node) {
        return new InboundPart(
                text(node, "id"),
                text(node, "source"),
                text(node, "destination"),
                text(node, "type"),
                text(node, "text"),
                time(node, "sentAt"),
                node.path("reference").asInt(-1),
                node.path("number").asInt(1),
                node.path("count").asInt(1),
                text(node, "alphabet"),
                text(node, "octets"),
                ports(node));
    }

    private static void write(InboundMessage message, JsonGenerator to) throws IOException {
        to.writeObjectFieldStart("inbound");
        to.writeStringField("id", message.id());
        to.writeStringField("user", message.user());
        to.writeStringField("provider", message.provider());
        to.writeStringField("source", message.source());
        to.writeStringField("destination", message.destination());
        to.writeStringField("type", message.type());
        to.writeStringField("text", message.text());
        write("sentAt", message.sentAt(), to);
        write("receivedAt", message.receivedAt(), to);
        write(message.ports(), to);
        to.writeEndObject();
    }

    private static InboundMessage inbound(JsonNode node) {
        return new InboundMessage(
                text(node, "id"),
                text(node, "user"),
                text(node, "provider"),
                text(node, "source"),
                text(node, "destination"),
                text(node, "type"),
                text(node, "text"),
                time(node, "sentAt"),
                MessageForm.time(node, "receivedAt"),
                ports(node));
    }

    private static void write(Ports ports, JsonGenerator to) throws IOException {
        if (ports.source() >= 0) {
            to.writeNumberField("sourcePort", ports.source());
        }
        if (ports.destination() >= 0) {
            to.writeNumberField("destinationPort", ports.destination());
        }
    }

    private static Ports ports(JsonNode node) {
        return new Ports(
                node.path("sourcePort").asInt(-1), node.path("destinationPort").asInt(-1));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }

    private static void write(String name, Instant time, JsonGenerator to) throws IOException {
        if (time != null) {
            to.writeStringField(name, time.toString());
        }
    }

    private static Instant time(JsonNode node, String name) {
        return node.has(name) ? MessageForm.time(node, name) : null;
    }

    /** @return a constant's name in forms: in lower case, with hyphens */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws UnreadableMessageException when nothing is called so */
    static <E extends Enum<E>> E named(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessageException("its field state is none that is known");
        }
    }

    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UnreadableMessageException("its field parts has a name that is no number");
        }
    }
}
