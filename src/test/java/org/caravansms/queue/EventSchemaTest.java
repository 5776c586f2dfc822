package org.caravansms.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that subscribers are given says what is written. */
class EventSchemaTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document = JSON.readTree(Files.readString(Path.of("docs/events.schema.json")));
    private final JsonSchema schema =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(closed(document.deepCopy()));

    EventSchemaTest() throws IOException {}

    @Test
    void everyKindOfEventShouldBeAsTheSchemaSays() throws IOException {
        EventJson form = new EventJson(EventsInFull.NEVER);
        List<Event> all = Stream.of(EventJsonTest.EVENTS, EventJsonTest.SOURCED)
                .flatMap(List::stream)
                .toList();
        for (QueuedText text : form.writeAll(all)) {
            assertEquals(Set.of(), schema.validate(JSON.readTree(text.body())));
        }
    }

    @Test
    void schemaShouldNameEveryType() {
        Set<String> named = new TreeSet<>();
        document.at("/$defs/event/properties/type/enum").forEach(type -> named.add(type.asText()));
        assertEquals(
                new TreeSet<>(Arrays.stream(EventType.values())
                        .map(EventType::toString)
                        .toList()),
                named);
    }

    @Test
    void pageShouldNameEveryType() throws IOException {
        String page = Files.readString(Path.of("docs/events.md"));
        List<String> missing = Arrays.stream(EventType.values())
                .map(type -> "`" + type + "`")
                .filter(type -> !page.contains(type))
                .toList();
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"v\":1,\"events\":[{\"type\":\"accepted\",\"at\":\"2026-11-22T10:00:00Z\",\"id\":\"m1\"}]}",
                "{\"v\":1,\"events\":[{\"type\":\"sung\",\"at\":\"2026-11-22T10:00:00Z\"}]}",
                "{\"v\":1,\"events\":[{\"type\":\"held\",\"at\":\"2026-11-22T10:00:00Z\",\"more\":1}]}"
            })
    void schemaShouldRefuseWhatIsNoEvent(String json) throws IOException {
        assertFalse(schema.validate(JSON.readTree(json)).isEmpty());
    }

    /** Other than a subscriber, this test wants no field that the schema does not name. */
    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && object.has("type")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(EventSchemaTest::closed);
        return schema;
    }
}
