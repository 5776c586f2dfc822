package org.caravansms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What every file in {@code routes/examples} has in common: short, valid, explained, and named on the page for teams. */
class ExampleFilesTest {

    private static final int STEPS = 10;
    private static final int COLUMNS = 120;
    private static final Pattern SCHEME = Pattern.compile("uri: (?:>- )?\"?([a-z]+):");

    /** What lib/ does not have. */
    private static final Map<String, String> ADDED =
            Map.of("kafka", "kafka", "sql", "sql", "imap", "mail", "smtp", "mail");

    private static final Set<String> BRANCHES = Set.of("when", "otherwise", "doCatch", "doFinally");

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes/examples"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void folderShouldHoldTheExamples() throws IOException {
        assertTrue(examples().size() > 10, examples().toString());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleShouldHaveTenStepsAtMost(Path example) throws IOException {
        long steps = steps(read(example));
        assertTrue(steps > 0 && steps <= STEPS, steps + " steps");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleShouldBeValidByCamelsSchema(Path example) throws IOException {
        YamlDsl.assertValid(new JsonMapper().valueToTree(read(example)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleShouldSayWhatToCopyAndToSet(Path example) throws IOException {
        String text = Files.readString(example);
        assertTrue(text.replaceAll("\\s+", " ").contains("opy this file into extensions/"), "its description");
        assertEquals(
                List.of(), text.lines().filter(line -> line.length() > COLUMNS).toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleShouldSayWhichComponentItNeeds(Path example) throws IOException {
        String text = Files.readString(example).replaceAll("\\s+", " ");
        List<String> missing = SCHEME.matcher(text)
                .results()
                .map(scheme -> ADDED.get(scheme.group(1)))
                .filter(component -> component != null && !text.contains("component add " + component + "\""))
                .toList();
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void policyShouldSayHowToHaveSeveral(Path example) throws IOException {
        String text = Files.readString(example);
        assertTrue(!text.contains("uri: direct:policy") || text.contains("two-policies"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void settingShouldHaveADefault(Path example) throws IOException {
        assertFalse(Files.readString(example).matches("(?s).*\\{\\{(?!caravan\\.home)[a-z.-]+}}.*"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void pageForTeamsShouldNameTheExample(Path example) throws IOException {
        assertTrue(Files.readString(Path.of("docs/extending.md")).contains("`" + name(example) + "`"));
    }

    private static String name(Path example) {
        return example.getFileName().toString().replace(".camel.yaml", "");
    }

    private static Object read(Path example) throws IOException {
        return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(example));
    }

    private static long steps(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToLong(entry -> own(entry.getKey(), entry.getValue()) + steps(entry.getValue()))
                    .sum();
        }
        return node instanceof List<?> list
                ? list.stream().mapToLong(ExampleFilesTest::steps).sum()
                : 0;
    }

    private static long own(Object key, Object value) {
        if (BRANCHES.contains(key)) {
            return value instanceof List<?> branches ? branches.size() : 1;
        }
        return "steps".equals(key) && value instanceof List<?> steps ? steps.size() : 0;
    }
}
