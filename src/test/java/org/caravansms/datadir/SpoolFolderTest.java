package org.caravansms.datadir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolFolderTest {

    @TempDir
    Path data;

    @Test
    void folderShouldBeItsOwnersAndEmpty() throws IOException {
        Path folder = Files.createDirectory(data.resolve("spool"));
        Path leftOver = Files.writeString(folder.resolve("cos1.tmp"), "of a gateway that was killed");
        DataDirectory.prepareSpool(data);
        assertFalse(Files.exists(leftOver));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    }

    @Test
    void folderThatCannotBeUsedShouldBeNamed() throws IOException {
        Files.writeString(data.resolve("spool"), "a file");
        IOException failure = assertThrows(IOException.class, () -> DataDirectory.prepareSpool(data));
        assertTrue(failure.getMessage().contains(data.resolve("spool").toString()), failure.getMessage());
    }
}
