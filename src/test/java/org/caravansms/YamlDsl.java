package org.caravansms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * Camel's schema of routes in YAML, the one that {@code camel validate yaml} uses, and editors of routes. It is read
 * once for all tests, which takes some seconds.
 */
final class YamlDsl {

    private static final JsonSchema SCHEMA = read();

    private YamlDsl() {}

    static void assertValid(JsonNode document) {
        assertEquals(Set.of(), SCHEMA.validate(document));
    }

    private static JsonSchema read() {
        try (InputStream camels = YamlDsl.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(camels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
