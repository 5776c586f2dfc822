package org.caravansms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests that a page names exist: {@code Class}, {@code Class#method}, and {@code #method} of the class before. */
class NamedTestsTest {

    private static final Pattern NAME = Pattern.compile(
            "`(?:(?<type>(?:[a-z]+\\.)*[A-Z]\\w*(?:Test|IT))(?:#(?<method>\\w+)…?)?|#(?<next>\\w+)…?)`");
    private static final Map<String, String> SOURCES = new HashMap<>();

    @BeforeAll
    static void readSources() throws IOException {
        readSources(Path.of("src/test/java/org/caravansms"));
        for (String project : List.of("camel-main", "extension", "karaf", "spring-boot")) {
            readSources(Path.of("examples", project, "src/test/java/com/example/orders"));
        }
    }

    private static void readSources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> SOURCES.put(
                            folder.relativize(file)
                                    .toString()
                                    .replace(".java", "")
                                    .replace('/', '.'),
                            read(file)));
        }
    }

    static Stream<Path> pages() throws IOException {
        return PagesTest.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void testOfThePageShouldExist(Path page) {
        assertEquals(List.of(), missing(read(page)));
    }

    @Test
    void nameThatIsNoneShouldBeFound() {
        String page = "`PagesTest#linesShouldFit`, `#linksShould…`, `#gone…`, `GoneTest`";
        assertEquals(List.of("PagesTest#gone", "GoneTest#"), missing(page));
        assertTrue(SOURCES.size() > 100, "the test reads another folder");
    }

    private static List<String> missing(String page) {
        List<String> missing = new ArrayList<>();
        String type = "";
        var names = NAME.matcher(page);
        while (names.find()) {
            type = names.group("type") == null ? type : names.group("type");
            String method = names.group("next") == null ? names.group("method") : names.group("next");
            String name = type + "#" + (method == null ? "" : method);
            if (!exists(type, method == null ? "" : " " + method)) {
                missing.add(name);
            }
        }
        return missing;
    }

    private static boolean exists(String type, String method) {
        return SOURCES.entrySet().stream()
                .filter(source -> ("." + source.getKey()).endsWith("." + type))
                .anyMatch(source -> source.getValue().contains(method));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
