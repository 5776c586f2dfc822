package org.caravansms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The description of the API that the gateway serves, as it ships. */
public final class OpenApiDocument {

    private static final String TEXT = read();
    private static final JsonNode TREE = parse(TEXT);

    private OpenApiDocument() {}

    public static String text() {
        return TEXT;
    }

    /** @param pointer a JSON pointer, RFC 6901 */
    public static JsonNode at(String pointer) {
        return TREE.requiredAt(pointer);
    }

    /** What a reference points to, or the node itself when it is none. */
    public static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? at(node.get("$ref").textValue().substring(1)) : node;
    }

    public static Set<String> keys(String pointer) {
        Set<String> keys = new TreeSet<>();
        at(pointer).fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    public static List<String> list(String pointer) {
        List<String> list = new ArrayList<>();
        at(pointer).forEach(element -> list.add(element.asText()));
        return list;
    }

    public static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read() {
        try (InputStream file = OpenApiDocument.class.getResourceAsStream("/org/caravansms/page/openapi.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
