package org.caravansms.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** How the documents of rows are read and written: what would say nothing is left out. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void said(String name, String value, JsonGenerator to) throws IOException {
        if (!value.isEmpty()) {
            to.writeStringField(name, value);
        }
    }

    static void said(String name, Instant time, JsonGenerator to) throws IOException {
        if (time != null) {
            to.writeNumberField(name, Micros.of(time));
        }
    }

    static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }

    /** @return null when it is not there */
    static Instant time(JsonNode node, String name) {
        return node.has(name) ? Micros.instant(node.get(name).longValue()) : null;
    }
}
