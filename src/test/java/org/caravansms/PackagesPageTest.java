package org.caravansms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page {@code docs/packages.md} has the sentences of the packages and the rows of {@link PackageRules}. */
class PackagesPageTest {

    private static final Path PAGE = Path.of("docs/packages.md");
    private static final String DRAW = "packages.draw";
    private static final String COMMAND = "mvn test -Dtest=PackagesPageTest -D" + DRAW;

    private static final String TEXT = """
            # The packages

            The packages of `org.caravansms`. A package uses those of its last column and no other of Caravan; a package
            stands below those that it uses. Routes call `api`, `dispatch`, `store` and `callback`; only `smsc` talks SMPP
            on a socket, only `smpp` knows its octets, only `jms` and the packages of the queues know JMS sessions.

            The sentences are those of each `package-info.java`, the last column is the table of `PackageRules`, which
            `ArchitectureTest` enforces. `%s` writes this page.

            | package | holds | may use |
            | --- | --- | --- |
            %s
            """;

    @Test
    void pageShouldShowThePackagesAsTheyAre() throws IOException {
        String rows = PackageRules.table().entrySet().stream()
                .map(row -> "| `%s` | %s | %s |".formatted(row.getKey(), sentence(row.getKey()), used(row.getValue())))
                .collect(Collectors.joining("\n"));
        String page = TEXT.formatted(COMMAND, rows);
        if (System.getProperty(DRAW) != null) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "the packages have changed, write the page again: " + COMMAND);
    }

    private static String used(Set<String> used) {
        if (used.isEmpty()) {
            return "nothing";
        }
        return used.size() > PackageRules.table().size() / 2
                ? "all above"
                : PackageRules.table().keySet().stream()
                        .filter(used::contains)
                        .map(name -> "`" + name + "`")
                        .collect(Collectors.joining(", "));
    }

    private static String sentence(String name) {
        Path folder = Path.of("src/main/java", PackageRules.fullName(name).replace('.', '/'));
        try {
            String source = Files.readString(folder.resolve("package-info.java"));
            return source.substring(source.indexOf("/**") + 3, source.indexOf("*/"))
                    .replaceAll("\\n \\*", " ")
                    .replaceAll("\\{@code ([^}]*)}", "`$1`")
                    .replaceAll("\\s+", " ")
                    .trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
