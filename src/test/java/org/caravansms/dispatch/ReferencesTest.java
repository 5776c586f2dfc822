package org.caravansms.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trap 6 of the endpoint: its reference is one 8-bit counter that begins at 1 in each process. */
class ReferencesTest {

    private static final String RECIPIENT = "36201234567";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 16, 100, 128})
    void lowerOctetShouldNotComeAgainWithinItsShare(int nodes) {
        for (int node = 0; node < nodes; node++) {
            References references = new References(folder.resolve("references" + node), node, nodes);
            int[] drawn = IntStream.range(0, 1_000)
                    .map(i -> references.next(RECIPIENT) & 0xFF)
                    .toArray();
            int share = 256 / nodes;
            for (int i = 0; i + share <= drawn.length; i++) {
                assertEquals(
                        share,
                        IntStream.of(drawn).skip(i).limit(share).distinct().count());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 128})
    void nodesShouldShareNoLowerOctet(int nodes) {
        Set<Integer> all = new HashSet<>();
        int sum = 0;
        for (int node = 0; node < nodes; node++) {
            References references = new References(folder.resolve("references" + node), node, nodes);
            Set<Integer> own = IntStream.range(0, 256)
                    .map(i -> references.next(RECIPIENT) & 0xFF)
                    .boxed()
                    .collect(Collectors.toSet());
            int remainder = node;
            assertTrue(own.stream().allMatch(octet -> octet % nodes == remainder));
            sum += own.size();
            all.addAll(own);
        }
        assertEquals(sum, all.size());
        assertEquals(256, all.size());
    }

    @Test
    void all16BitsShouldBeUsedBeforeOneComesAgain() {
        References references = new References(folder.resolve("references"), 0, 1);
        Set<Integer> drawn = IntStream.range(0, 65_536)
                .mapToObj(i -> references.next(RECIPIENT))
                .collect(Collectors.toSet());
        assertEquals(65_536, drawn.size());
        assertTrue(drawn.stream().allMatch(reference -> reference >= 0 && reference <= 0xFFFF));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 3"})
    void restartShouldGoOnWhereItEnded(int node, int nodes) {
        Path file = folder.resolve("references");
        Set<Integer> drawn = new HashSet<>();
        for (int run = 0; run < 8; run++) {
            References references = new References(file, node, nodes);
            for (int i = 0; i < 10; i++) {
                assertTrue(drawn.add(references.next(RECIPIENT) & 0xFF), "drawn before the restart");
            }
        }
    }

    @Test
    void newFileShouldBeginAtRandom() {
        List<Integer> begun = IntStream.range(0, 4)
                .mapToObj(i -> new References(folder.resolve("references" + i), 0, 1).next(RECIPIENT))
                .toList();
        assertNotEquals(1, Set.copyOf(begun).size(), "four files began alike");
    }

    @Test
    void recipientsShouldBeCountedApart() {
        References references = new References(folder.resolve("references"), 0, 1);
        int before = references.next(RECIPIENT);
        IntStream.range(0, 1_000).forEach(i -> references.next("4477000" + i));
        int between = (references.next(RECIPIENT) - before) & 0xFF;
        assertTrue(between >= 1 && between <= 5, "1,000 messages to others moved it by " + between);
    }

    @Test
    void threadsShouldNotDrawTheSame() {
        References references = new References(folder.resolve("references"), 0, 1);
        Set<Integer> drawn = IntStream.range(0, 60_000)
                .parallel()
                .mapToObj(i -> references.next(RECIPIENT))
                .collect(Collectors.toSet());
        assertEquals(60_000, drawn.size());
    }

    @Test
    void fileOfAnotherSizeShouldBeMadeAnew() throws IOException {
        Path file = Files.write(folder.resolve("references"), new byte[] {1, 2, 3});
        new References(file, 0, 1).next(RECIPIENT);
        assertEquals(131_072, Files.size(file));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void folderShouldBeMade() {
        Path file = folder.resolve("data").resolve("references");
        new References(file, 0, 1);
        assertTrue(Files.exists(file));
    }

    @Test
    void fileThatCannotBeMadeShouldBeNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file")).resolve("references");
        UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> new References(file, 0, 1));
        assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "-1, 2", "0, 129"})
    void nodeThatThereIsNotShouldBeRefused(int node, int nodes) {
        Path file = folder.resolve("references");
        assertThrows(IllegalArgumentException.class, () -> new References(file, node, nodes));
    }
}
