package org.caravansms.datadir;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caravansms.store.SqliteFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of {@code sms.data-dir}: it has texts, numbers and keys, and is created for its owner only. An existing
 * one stays as it is, since it may be a mount or shared; the log warns when others can read it.
 */
public final class DataDirectory {

    private static final Logger LOG = LoggerFactory.getLogger("caravan");
    private static final String LIBRARY = "native";
    private static final Map<String, String> OF_H2 = Map.of(
            "store.mv.db", "the messages of before are in it, and no query finds them",
            "client-ids.mv", "a request of before that a client repeats under its messageid is sent again");
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

    /** Warns of files of a version that stored messages with H2; nothing reads them. */
    public static void warnOfOldFiles(Path data) {
        OF_H2.keySet().stream()
                .map(data::resolve)
                .filter(Files::exists)
                .sorted()
                .forEach(file -> LOG.warn(
                        "Data      {} is of an older version, which stored it with H2, and is not read any more: {}."
                                + " docs/operating/upgrade.md, section \"From H2 to SQLite\", has what to do; then remove it",
                        file,
                        OF_H2.get(file.getFileName().toString())));
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
        makeEmpty(spool(data), "large answers");
    }

    /** Makes the folder for SQLite's library, likewise: it could not be loaded from a /tmp that is mounted noexec. */
    public static void prepareLibrary(Path data) throws IOException {
        makeEmpty(data.resolve(LIBRARY), "SQLite's library");
        SqliteFile.unpackLibraryInto(data.resolve(LIBRARY));
    }

    private static void makeEmpty(Path folder, String contents) throws IOException {
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, OWNER);
            }
            Files.write(folder.resolve("probe"), new byte[1]);
            empty(folder);
        } catch (IOException e) {
            throw new IOException(contents + " cannot be written to " + folder + " (" + e + ")", e);
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
