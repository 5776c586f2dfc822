package org.caravansms.api.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.caravansms.api.ApiJson;
import org.caravansms.api.UnpairedSurrogates;

/**
 * Reads the tags of a message as a list of {@code {"name":…,"value":…}}: client libraries send that, a string of JSON, an
 * object of names and values, pairs, or names alone.
 */
public final class ReadTags {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectMapper json = ApiJson.mapper();

    /** @param given may be null; a value that is neither a list nor an object, also within a string, means no tags */
    ArrayNode of(JsonNode given) {
        ArrayNode tags = NODES.arrayNode();
        JsonNode shape = given != null && given.isTextual() ? parsed(given.textValue()) : given;
        if (shape != null && shape.isArray()) {
            shape.forEach(each -> add(each, tags));
        } else if (shape != null && shape.isObject()) {
            add(shape, tags);
        }
        return tags;
    }

    private static void add(JsonNode tag, ArrayNode tags) {
        if (tag.isObject()) {
            addObject(tag, tags);
        } else if (tag.isArray() && !tag.isEmpty()) {
            add(tag.get(0), tag.get(1), tags);
        } else if (tag.isValueNode() && !tag.isNull()) {
            add(tag, null, tags);
        }
    }

    private static void addObject(JsonNode tag, ArrayNode tags) {
        JsonNode name = field(tag, "name|key");
        JsonNode value = field(tag, "value");
        if (name != null && (value != null || tag.size() == 1)) {
            add(name, value, tags);
        } else {
            tag.properties().forEach(field -> add(NODES.textNode(field.getKey()), field.getValue(), tags));
        }
    }

    private static void add(JsonNode name, JsonNode value, ArrayNode tags) {
        tags.addObject().put("name", text(name)).put("value", text(value));
    }

    private static JsonNode field(JsonNode tag, String names) {
        return tag.properties().stream()
                .filter(field -> field.getKey().matches("(?i)" + names))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static String text(JsonNode node) {
        if (node == null || node.isNull()) {
            return "";
        }
        return UnpairedSurrogates.of(node.isValueNode() ? node.asText() : node.toString());
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
