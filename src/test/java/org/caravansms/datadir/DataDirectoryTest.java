package org.caravansms.datadir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.caravansms.gateway.SeenLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void newDirectoryShouldBeItsOwnersOnly() throws IOException {
        Path data = folder.resolve("var/data");
        DataDirectory.prepare(data);
        assertEquals("rwx------", mode(data));
    }

    @Test
    void openDirectoryShouldBeLeftAndToldOf() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x--x"));
        try (SeenLog log = SeenLog.attach()) {
            DataDirectory.prepare(folder);
            assertEquals(
                    1,
                    log.linesWith("is open to others (GROUP_EXECUTE, GROUP_READ, OTHERS_EXECUTE): chmod 700 it")
                            .size());
        }
        assertEquals("rwxr-x--x", mode(folder));
    }

    @Test
    void privateDirectoryShouldNotBeToldOf() {
        try (SeenLog log = SeenLog.attach()) {
            DataDirectory.prepare(folder);
            assertTrue(log.linesWith("Data").isEmpty());
        }
    }

    @Test
    void directoryThatCannotBeMadeShouldNameTheSetting() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> DataDirectory.prepare(file.resolve("data")))
                .getMessage()
                .startsWith("Setting sms.data-dir: "));
    }

    @Test
    void spoolShouldBeItsOwnersAndEmpty() throws IOException {
        Path spool = Files.createDirectory(folder.resolve("spool"));
        Path leftOver = Files.writeString(spool.resolve("cos1.tmp"), "of a gateway that was killed");
        DataDirectory.prepareSpool(folder);
        assertFalse(Files.exists(leftOver));
        assertEquals("rwx------", mode(spool));
    }

    @Test
    void spoolThatCannotBeUsedShouldBeNamed() throws IOException {
        Path spool = Files.writeString(folder.resolve("spool"), "a file");
        IOException failure = assertThrows(IOException.class, () -> DataDirectory.prepareSpool(folder));
        assertTrue(failure.getMessage().contains(spool.toString()), failure.getMessage());
    }

    @Test
    void filesOfH2ShouldBeNamedUntilTheyAreRemoved() throws IOException {
        Path store = Files.createFile(folder.resolve("store.mv.db"));
        Path clientIds = Files.createFile(folder.resolve("client-ids.mv"));
        try (SeenLog log = SeenLog.attach()) {
            DataDirectory.warnOfOldFiles(folder);
            assertEquals(1, log.linesWith(store + " is of an older version").size());
            assertEquals(1, log.linesWith(clientIds + " is of an older version").size());
            Files.delete(store);
            Files.delete(clientIds);
            DataDirectory.warnOfOldFiles(folder);
            assertEquals(2, log.linesWith("is of an older version").size());
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
