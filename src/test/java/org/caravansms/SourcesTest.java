package org.caravansms;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What bytecode does not show of the sources: their names across all folders, and their Javadoc. */
class SourcesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Pattern PUBLIC =
            Pattern.compile("(?m)^public (.+ )?(class|interface|record|enum|@interface) ");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^ ?\\*/\\n|^/\\*\\*.*\\*/\\n");

    @Test
    void simpleNameShouldStandForOneClass() {
        var files = Stream.of(MAIN, Path.of("src/test/java"), Path.of("bench"))
                .flatMap(SourcesTest::sources)
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("package-info.java"))
                .collect(groupingBy(name -> name));
        assertTrue(files.size() > 500, "the test reads other folders: " + files.size());
        assertEquals(
                List.of(),
                files.entrySet().stream()
                        .filter(entry -> entry.getValue().size() > 1)
                        .map(entry -> entry.getKey())
                        .toList());
    }

    @Test
    void publicClassShouldHaveJavadoc() {
        assertEquals(
                List.of(),
                sources(MAIN).filter(file -> !isDocumented(read(file))).toList());
    }

    @Test
    void packageShouldSayInASentenceWhatItHolds() {
        var folders = sources(MAIN).map(Path::getParent).distinct().toList();
        assertEquals(
                List.of(),
                folders.stream()
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                        .toList());
    }

    private static boolean isDocumented(String source) {
        var declaration = PUBLIC.matcher(source);
        return !declaration.find()
                || DOCUMENTED.matcher(source.substring(0, declaration.start())).find();
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
