package org.caravansms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Kamelets have the form of Apache Camel's catalog, by which tools such as Kaoto and Camel JBang show and run them. */
class KameletFilesTest {

    private static final String ICON = "data:image/svg+xml;base64,";
    private static final Set<String> SMALL_WORDS = Set.of("of", "the", "to", "and", "in");

    static List<KameletFile> files() {
        return KameletFile.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileShouldSayWhatItIs(KameletFile file) throws IOException {
        assertEquals(file.name() + ".kamelet.yaml", file.toString());
        assertEquals("camel.apache.org/v1", file.kamelet().path("apiVersion").asText());
        assertEquals("Kamelet", file.kamelet().path("kind").asText());
        assertTrue(Set.of("source", "sink", "action").contains(file.type()), file.type());
        assertTrue(file.name().endsWith("-" + file.type()));
        assertTrue(Set.of("Stable", "Preview").contains(file.annotation("kamelet.support.level")));
        assertEquals(version(), file.annotation("catalog.version"));
        assertTrue(file.dependencies().contains("mvn:org.caravansms:caravan-kamelets:" + version()));
        for (String name : List.of("provider", "kamelet.group", "kamelet.namespace")) {
            assertFalse(file.annotation(name).isBlank(), name);
        }
    }

    private static String version() throws IOException {
        return Files.readString(Path.of("kamelets/pom.xml")).replaceFirst("(?s).*?<version>([^<]+)</version>.*", "$1");
    }

    @ParameterizedTest
    @MethodSource("files")
    void iconShouldBeAPicture(KameletFile file) {
        String icon = file.annotation("kamelet.icon");
        assertTrue(icon.startsWith(ICON), icon);
        byte[] svg = Base64.getDecoder().decode(icon.substring(ICON.length()));
        assertTrue(new String(svg, StandardCharsets.UTF_8).matches("<svg xmlns=.*</svg>"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void definitionShouldDescribeEachParameter(KameletFile file) {
        JsonNode definition = file.definition();
        assertTrue(definition.path("title").asText().toLowerCase().endsWith(" " + file.type()));
        assertFalse(definition.path("description").asText().isBlank());
        assertEquals("object", definition.path("type").asText());
        definition
                .path("required")
                .forEach(name -> assertTrue(definition.path("properties").has(name.asText())));
        definition.path("properties").properties().forEach(each -> assertDescribed(each.getKey(), each.getValue()));
        for (JsonNode name : definition.path("required")) {
            assertFalse(definition.path("properties").path(name.asText()).has("default"), name + " has a default");
        }
    }

    private static void assertDescribed(String name, JsonNode parameter) {
        assertTrue(parameter.path("description").asText().endsWith("."), name);
        assertTrue(
                Set.of("string", "integer", "boolean", "number")
                        .contains(parameter.path("type").asText()),
                name);
        List<String> words = List.of(parameter.path("title").asText().split(" "));
        assertFalse(Set.of("The", "A", "An").contains(words.get(0)), name);
        assertTrue(words.stream().allMatch(word -> SMALL_WORDS.contains(word) || word.matches("[A-Z]\\w*")), name);
        assertEquals(
                parameter.path("format").asText().equals("password"),
                parameter.path("x-descriptors").toString().contains("urn:camel:group:credentials"),
                name);
    }

    @ParameterizedTest
    @MethodSource("files")
    void parametersShouldBeThoseThatTheTemplateUses(KameletFile file) {
        assertEquals(file.declared(), file.used());
    }

    @ParameterizedTest
    @MethodSource("files")
    void componentsShouldBeAmongTheDependencies(KameletFile file) {
        assertFalse(file.schemes().isEmpty());
        for (String scheme : file.schemes()) {
            assertTrue(file.dependencies().contains("camel:" + scheme), scheme);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void templateShouldBeOfTheYamlDsl(KameletFile file) {
        ObjectNode route = file.template().deepCopy();
        ArrayNode dsl = new ObjectMapper().createArrayNode();
        dsl.addObject().set("beans", route.remove("beans"));
        dsl.add(route);
        YamlDsl.assertValid(dsl);
    }
}
