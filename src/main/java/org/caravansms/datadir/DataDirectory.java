package org.caravansms.datadir;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of {@code sms.data-dir}: it has texts, numbers and keys, and is created for its owner only. An existing
 * one stays as it is, since it may be a mount or shared; the log warns when others can read it.
 */
public final class DataDirectory {

    private static final Logger LOG = LoggerFactory.getLogger("caravan");
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private DataDirectory() {}

    /** @throws IllegalArgumentException naming the setting when it cannot be created */
    public static void prepare(Path folder) {
        try {
            if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return;
            }
            if (Files.exists(folder)) {
                warn(folder, Files.getPosixFilePermissions(folder));
            } else {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("Setting sms.data-dir: " + folder + " cannot be used: " + e, e);
        }
    }

    private static void warn(Path folder, Set<PosixFilePermission> permissions) {
        String others = permissions.stream()
                .filter(permission -> !OWNER.contains(permission))
                .map(PosixFilePermission::name)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            LOG.warn("Data      {} has messages and keys, and is open to others ({}): chmod 700 it", folder, others);
        }
    }

    /** @return the folder for answers that are too large for memory (Camel's stream caching) */
    public static Path spool(Path data) {
        return data.resolve("spool");
    }

    /**
     * Makes that folder, for its owner only, and removes the files of a killed gateway.
     *
     * @throws IOException naming the folder, when it cannot be written to
     */
    public static void prepareSpool(Path data) throws IOException {
        Path folder = spool(data);
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, OWNER);
            }
            Files.write(folder.resolve("probe"), new byte[1]);
            empty(folder);
        } catch (IOException e) {
            throw new IOException("large answers cannot be written to " + folder + " (" + e + ")", e);
        }
    }

    private static void empty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
