package org.caravansms.datadir;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder for answers that are too large for memory (Camel's stream caching), in the data directory and for its
 * owner only. The files of a killed gateway are removed.
 */
public final class SpoolFolder {

    private final Path folder;

    public SpoolFolder(Path dataDir) {
        this.folder = dataDir.resolve("spool");
    }

    public Path path() {
        return folder;
    }

    /** @throws IOException naming the folder, when it cannot be written to */
    public void prepare() throws IOException {
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            Files.write(folder.resolve("probe"), new byte[1]);
            empty();
        } catch (IOException e) {
            throw new IOException("large answers cannot be written to " + folder + " (" + e + ")", e);
        }
    }

    private void empty() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
