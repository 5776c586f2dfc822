package org.caravansms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What every file in {@code routes/} has in common, so that a person finds a route by its name and reads it on one page. */
class RoutesTest {

    private static final String SUFFIX = ".camel.yaml";
    private static final Set<String> KINDS = Set.of("route", "routeTemplate", "routeConfiguration");
    private static final int LINES = 40;

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void folderShouldHoldTheRoutes() throws IOException {
        assertTrue(files().size() > 5, "the test reads another folder");
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileShouldHoldOneRouteTemplateOrConfiguration(Path file) throws IOException {
        assertTrue(name(file).endsWith(SUFFIX), "its name does not end in " + SUFFIX);
        List<?> entries = (List<?>) parse(file);
        assertEquals(1, entries.size());
        Set<?> kinds = ((Map<?, ?>) entries.get(0)).keySet();
        assertEquals(1, kinds.size(), kinds.toString());
        assertTrue(KINDS.containsAll(kinds), kinds.toString());
    }

    @ParameterizedTest
    @MethodSource("files")
    void idShouldBeTheFilesName(Path file) throws IOException {
        assertEquals(name(file), definition(file).get("id") + SUFFIX);
    }

    @ParameterizedTest
    @MethodSource("files")
    void routeShouldHaveADescription(Path file) throws IOException {
        assertTrue(definition(file).get("description") instanceof String text && !text.isBlank());
    }

    @ParameterizedTest
    @MethodSource("files")
    void routeShouldBeReadOnOnePage(Path file) throws IOException {
        int lines = Files.readAllLines(file).size();
        assertTrue(lines <= LINES, lines + " lines are more than " + LINES);
    }

    @ParameterizedTest
    @MethodSource("files")
    void uriShouldLeaveItsOptionsToParameters(Path file) throws IOException {
        assertEquals(
                List.of(), uris(parse(file)).filter(uri -> uri.contains("?")).toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void routeShouldKeepNothingInMemoryOnly(Path file) throws IOException {
        assertFalse(Files.readString(file).contains("seda:"));
    }

    private static Map<?, ?> definition(Path file) throws IOException {
        Map<?, ?> entry = (Map<?, ?>) ((List<?>) parse(file)).get(0);
        return (Map<?, ?>) entry.values().iterator().next();
    }

    private static Object parse(Path file) throws IOException {
        return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }

    /** The addresses of a route, a step's short form ({@code to: direct:answer}) among them. */
    private static Stream<String> uris(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(entry -> Set.of("uri", "to", "toD", "from").contains(entry.getKey())
                                    && entry.getValue() instanceof String uri
                            ? Stream.of(uri)
                            : uris(entry.getValue()));
        }
        return node instanceof Collection<?> list ? list.stream().flatMap(RoutesTest::uris) : Stream.empty();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
