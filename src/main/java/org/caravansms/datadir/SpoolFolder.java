package org.caravansms.datadir;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where an answer that is too large for the memory waits for its client (Camel's stream caching): a folder of the data
 * directory, for its owner only. What a killed gateway left there is of no use to anybody.
 */
public final class SpoolFolder {

    private final Path folder;

    public SpoolFolder(Path dataDir) {
        this.folder = dataDir.resolve("spool");
    }

    public Path path() {
        return folder;
    }

    /** @throws IOException naming the folder, when nothing can be written to it */
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
