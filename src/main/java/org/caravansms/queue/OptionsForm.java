package org.caravansms.queue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.caravansms.message.Options;
import org.caravansms.message.SmppField;

/**
 * The fields of a queued message that are there only when its client asked for them: {@code clientId},
 * {@code validUntil}, {@code sendAt}, {@code reportUrl}, {@code priority}, {@code smpp}, an object of numbers under the
 * standard's names, {@code serviceType} and {@code tlv}, an object of texts.
 */
final class OptionsForm {

    private static final int OCTET = 0xFF;

    private OptionsForm() {}

    static void write(Options options, JsonGenerator to) throws IOException {
        writeText(to, "clientId", options.clientId());
        writeTime(to, "validUntil", options.validUntil());
        writeTime(to, "sendAt", options.sendAt());
        writeText(to, "reportUrl", options.reportUrl());
        if (options.priority() != null) {
            to.writeNumberField("priority", options.priority());
        }
        if (!options.smpp().isEmpty()) {
            to.writeObjectFieldStart("smpp");
            for (Map.Entry<SmppField, Integer> field : options.smpp().entrySet()) {
                to.writeNumberField(field.getKey().standardName(), field.getValue());
            }
            to.writeEndObject();
        }
        writeText(to, "serviceType", options.serviceType());
        if (!options.tlvs().isEmpty()) {
            to.writeObjectFieldStart("tlv");
            for (Map.Entry<String, String> tlv : options.tlvs().entrySet()) {
                to.writeStringField(tlv.getKey(), tlv.getValue());
            }
            to.writeEndObject();
        }
    }

    /** @throws UnreadableMessageException naming the field that is wrong */
    static Options read(JsonNode node) {
        return new Options(
                node.path("clientId").asText(""),
                time(node, "validUntil"),
                time(node, "sendAt"),
                node.path("reportUrl").asText(""),
                smpp(node.path("smpp")),
                priority(node.get("priority")),
                node.path("serviceType").asText(""),
                tlvs(node.path("tlv")));
    }

    private static Instant time(JsonNode node, String name) {
        return node.has(name) ? MessageForm.time(node, name) : null;
    }

    private static Integer priority(JsonNode value) {
        return value == null ? null : number("priority", value, Options.HIGHEST_PRIORITY);
    }

    private static Map<SmppField, Integer> smpp(JsonNode node) {
        if (node.isMissingNode()) {
            return Map.of();
        }
        Map<SmppField, Integer> fields = new EnumMap<>(SmppField.class);
        for (SmppField field : SmppField.values()) {
            JsonNode value = node.get(field.standardName());
            if (value != null) {
                fields.put(field, number("smpp." + field.standardName(), value, OCTET));
            }
        }
        return fields;
    }

    private static Map<String, String> tlvs(JsonNode node) {
        Map<String, String> tlvs = new HashMap<>();
        node.fieldNames().forEachRemaining(name -> tlvs.put(name, MessageForm.text(node, name)));
        return tlvs;
    }

    private static int number(String name, JsonNode value, int most) {
        if (!value.isInt() || value.intValue() < 0 || value.intValue() > most) {
            throw new UnreadableMessageException("its field " + name + " is not 0 to " + most);
        }
        return value.intValue();
    }

    private static void writeText(JsonGenerator to, String name, String text) throws IOException {
        if (!text.isEmpty()) {
            to.writeStringField(name, text);
        }
    }

    private static void writeTime(JsonGenerator to, String name, Instant time) throws IOException {
        if (time != null) {
            to.writeStringField(name, time.toString());
        }
    }
}
