package org.caravansms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caravansms.queue.OutcomeSettlement;
import org.junit.jupiter.api.Test;

/** The options of jms-batch in {@code docs/queues.md} are those of Camel's catalog and of the settlement. */
class JmsBatchOptionsTest {

    private static final String CATALOG = "/META-INF/org/caravansms/jms/jms-batch.json";
    private static final String SETTLEMENT = "settlement.";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Za-z.]+)` \\| ([^|]*)\\|");
    private static final Set<String> GROUPS = Set.of("common", "consumer", "producer");

    @Test
    void pageShouldHaveTheOptionsOfTheCatalogWithTheirDefaults() throws IOException {
        Map<String, String> catalog = new TreeMap<>();
        catalog().properties().forEach(option -> {
            if (isDocumented(option.getValue())) {
                catalog.put(
                        option.getKey(), option.getValue().path("defaultValue").asText());
            }
        });
        Map<String, String> page = page();
        page.keySet().removeIf(option -> option.startsWith(SETTLEMENT));
        assertEquals(catalog, page);
    }

    @Test
    void pageShouldHaveTheOptionsOfTheSettlement() throws IOException {
        Set<String> setters = Arrays.stream(OutcomeSettlement.class.getMethods())
                .map(method -> method.getName())
                .filter(name -> name.startsWith("set"))
                .map(name -> SETTLEMENT + Character.toLowerCase(name.charAt(3)) + name.substring(4))
                .collect(Collectors.toSet());
        assertEquals(
                setters,
                page().keySet().stream()
                        .filter(option -> option.startsWith(SETTLEMENT))
                        .collect(Collectors.toSet()));
    }

    private static boolean isDocumented(JsonNode option) {
        return option.path("kind").asText().equals("parameter")
                && GROUPS.contains(option.path("group").asText());
    }

    private static JsonNode catalog() throws IOException {
        try (InputStream json = JmsBatchOptionsTest.class.getResourceAsStream(CATALOG)) {
            return new JsonMapper().readTree(json).path("properties");
        }
    }

    private static Map<String, String> page() throws IOException {
        String page = Files.readString(Path.of("docs/queues.md"));
        return ROW.matcher(page.substring(page.indexOf("## The component `jms-batch`")))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1), row -> row.group(2).trim(), (first, second) -> second, TreeMap::new));
    }
}
