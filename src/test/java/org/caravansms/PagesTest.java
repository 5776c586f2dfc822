package org.caravansms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the project are short enough to read, and their links lead somewhere. */
class PagesTest {

    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_README = 120;
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$");

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String folder : List.of(".", "docs", "docs/adr", "docs/operating", "bench")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages.stream().map(Path::normalize);
    }

    /** Rows of tables, and words that cannot be broken, may be longer. */
    @ParameterizedTest
    @MethodSource("pages")
    void linesShouldFit(Path page) throws IOException {
        List<String> tooLong = CODE.matcher(Files.readString(page))
                .replaceAll("")
                .lines()
                .filter(line -> line.length() > LONGEST_LINE && !line.startsWith("|"))
                .toList();
        assertEquals(List.of(), tooLong);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksShouldLeadSomewhere(Path page) throws IOException {
        String text = CODE.matcher(Files.readString(page)).replaceAll("");
        List<String> broken = LINK.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.startsWith("http") && !leads(page, link))
                .toList();
        assertEquals(List.of(), broken);
    }

    @Test
    void readmeShouldFitOnAPage() throws IOException {
        long lines = Files.lines(Path.of("README.md")).count();
        assertTrue(lines <= LONGEST_README, lines + " lines");
    }

    private static boolean leads(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || hasAnchor(target, parts[1]));
    }

    private static boolean hasAnchor(Path page, String anchor) {
        try {
            return HEADING.matcher(Files.readString(page))
                    .results()
                    .map(found -> anchor(found.group(1)))
                    .anyMatch(anchor::equals);
        } catch (IOException e) {
            return false;
        }
    }

    /** @return the anchor that GitHub makes of a heading */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
    }
}
