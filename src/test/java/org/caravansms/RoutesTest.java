package org.caravansms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.beans.Introspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every file in {@code routes/} has in common, so that a person finds a route by its name and reads it on one page. */
class RoutesTest {

    private static final Set<String> KINDS = Set.of("route", "routeTemplate", "routeConfiguration");
    private static final int LINES = 40;
    private static final int COLUMNS = 120;
    private static final String WORDS = "[a-z]+(-[a-z]+)*";
    private static final JsonMapper JSON = new JsonMapper();

    private static final Pattern BEAN = Pattern.compile("\\bref: *([A-Za-z]+)");
    private static final Set<String> CLASSES = decapitalizedClasses();

    /** Two beans of one class, named for their commands. */
    private static final Set<String> BEANS_OF_OTHER_NAMES =
            Set.of("deadCommand", "doubtCommand", "requestsCommand", "smppDeadCommand");

    static List<RouteFile> files() {
        return RouteFile.all();
    }

    @Test
    void folderShouldHoldTheRoutes() {
        assertTrue(files().size() > 5, "the test reads another folder");
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileShouldHoldOneRouteTemplateOrConfiguration(RouteFile file) {
        assertTrue(KINDS.contains(file.kind()), file.kind());
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileShouldBeValidByCamelsSchema(RouteFile file) {
        Object document = List.of(Map.of(file.kind(), file.definition()));
        YamlDsl.assertValid(JSON.valueToTree(document));
    }

    @ParameterizedTest
    @MethodSource("files")
    void idShouldBeTheFilesName(RouteFile file) {
        assertEquals(file.toString(), file.id() + RouteFile.SUFFIX);
    }

    @ParameterizedTest
    @MethodSource("files")
    void routeShouldHaveADescription(RouteFile file) {
        assertTrue(file.description() != null && !file.description().isBlank());
    }

    @ParameterizedTest
    @MethodSource("files")
    void routeShouldBeInAGroup(RouteFile file) {
        assertTrue(file.isConfiguration() || file.group().matches(WORDS));
    }

    @ParameterizedTest
    @MethodSource("files")
    void stepShouldHaveAnIdOfWords(RouteFile file) {
        assertEquals(
                List.of(), file.steps().filter(step -> !id(step).matches(WORDS)).toList());
    }

    /** What a log line or a tool names must be found by a search for it. */
    @Test
    void idOfAStepShouldBeItsOwn() {
        List<String> ids = files().stream()
                .flatMap(
                        file -> Stream.concat(Stream.of(file.id()), file.steps().map(RoutesTest::id)))
                .toList();
        assertEquals(
                List.of(),
                ids.stream()
                        .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
                        .distinct()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void routeShouldBeReadOnOnePage(RouteFile file) throws IOException {
        List<String> lines = Files.readAllLines(file.path());
        assertTrue(lines.size() <= LINES, lines.size() + " lines are more than " + LINES);
        assertEquals(
                List.of(),
                lines.stream().filter(line -> line.length() > COLUMNS).toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void uriShouldLeaveItsOptionsToParameters(RouteFile file) {
        assertEquals(
                List.of(),
                file.endpoints()
                        .filter(uri -> uri.contains("?") && !uri.contains("${"))
                        .toList());
    }

    /** With one such error handler Camel copies each message of every route: claimCheck copies those of its own. */
    @ParameterizedTest
    @MethodSource("files")
    void errorHandlerShouldNotAskForTheOriginalMessage(RouteFile file) throws IOException {
        assertFalse(Files.readString(file.path()).contains("useOriginal"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void routeShouldKeepNothingInMemoryOnly(RouteFile file) throws IOException {
        assertFalse(Files.readString(file.path()).contains("seda:"));
    }

    /** A reader of a route finds the class of a step by the bean's name. */
    @ParameterizedTest
    @MethodSource("files")
    void beanShouldBeNamedForItsClass(RouteFile file) throws IOException {
        assertEquals(
                List.of(),
                BEAN.matcher(Files.readString(file.path()))
                        .results()
                        .map(found -> found.group(1))
                        .filter(bean -> !BEANS_OF_OTHER_NAMES.contains(bean) && !CLASSES.contains(bean))
                        .toList());
    }

    private static Set<String> decapitalizedClasses() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> Introspector.decapitalize(name.substring(0, name.length() - ".java".length())))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return empty for a step in its short form */
    private static String id(Entry<String, Object> step) {
        return step.getValue() instanceof Map<?, ?> map && map.get("id") instanceof String id ? id : "";
    }
}
