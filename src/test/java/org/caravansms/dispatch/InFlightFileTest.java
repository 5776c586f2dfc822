package org.caravansms.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.caravansms.dispatch.InFlightMessage.InFlightPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file is never closed before it is read again: that is how a killed gateway leaves it. */
class InFlightFileTest {

    private static final UUID KEY = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");

    @TempDir
    Path folder;

    private InFlightFile file;

    @BeforeEach
    void open() {
        file = new InFlightFile(folder.resolve("in-flight"));
        file.open();
    }

    @Test
    void partThatWasBegunShouldBeInDoubt() {
        int slot = file.begin(KEY, 3, 4711);
        assertEquals(List.of(new InFlightPart(slot, KEY, 3, 4711, null)), again().open());
    }

    @Test
    void partThatWasAcceptedShouldBeKnownWithItsId() {
        int slot = file.begin(KEY, 255, -1);
        file.accept(slot, "4F2a-\u00e9");
        assertEquals(List.of(new InFlightPart(slot, KEY, 255, -1, "4F2a-\u00e9")), again().open());
    }

    @Test
    void settledPartShouldBeForgotten() {
        file.free(file.begin(KEY, 1, 1));
        assertEquals(List.of(), again().open());
    }

    @Test
    void partsOfTheRunBeforeShouldStayUntilTheyAreSettled() {
        int left = file.begin(KEY, 1, 1);
        InFlightFile second = again();
        second.open();
        for (int i = 0; i < 10_000; i++) {
            second.begin(UUID.randomUUID(), 1, 1);
        }
        assertTrue(again().open().contains(new InFlightPart(left, KEY, 1, 1, null)));
        second.free(left);
        assertEquals(10_000, again().open().size());
    }

    @Test
    void slotsShouldGrowWithNeedAndBeUsedAgain() {
        Set<Integer> slots = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            slots.add(file.begin(KEY, 1, i));
        }
        assertEquals(20_000, slots.size());
        slots.forEach(file::free);
        for (int i = 0; i < 20_000; i++) {
            slots.add(file.begin(KEY, 1, i));
        }
        assertTrue(slots.size() < 25_000, slots.size() + " slots");
    }

    @Test
    void rubbishShouldBeNoPart() throws Exception {
        file.begin(KEY, 1, 1);
        int second = file.begin(KEY, 2, 1);
        try (RandomAccessFile bytes =
                new RandomAccessFile(folder.resolve("in-flight").toFile(), "rw")) {
            bytes.seek(20);
            bytes.write(0x55);
        }
        assertEquals(List.of(new InFlightPart(second, KEY, 2, 1, null)), again().open());
        Files.write(folder.resolve("other"), "no such file".getBytes());
        assertEquals(List.of(), new InFlightFile(folder.resolve("other")).open());
    }

    /** A hole in the file that is mapped, and a full disk: the process dies by SIGBUS when it writes there. */
    @Test
    void fileShouldHaveItsPlaceOnTheDiskFromTheStart() throws Exception {
        Process stat = new ProcessBuilder(
                        "stat", "--format=%b", folder.resolve("in-flight").toString())
                .start();
        long blocks =
                Long.parseLong(new String(stat.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
        assertTrue(blocks * 512 >= 8192 * 128, blocks + " blocks");
    }

    private InFlightFile again() {
        return new InFlightFile(folder.resolve("in-flight"));
    }
}
