package org.caravansms.datadir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.caravansms.broker.Broker;
import org.caravansms.broker.BrokerSnapshot;
import org.caravansms.store.PinnedFile;

/**
 * Copies the data directory of a running gateway as it is at one moment: whatever was accepted before the command is in
 * the copy. A gateway that starts with the copy is in the state of one that was killed at that moment.
 *
 * @param home has {@code config/} and {@code extensions/}, which are copied, too
 * @param data the data directory
 */
public record Backup(Path home, Path data, Broker broker) {

    /** Written while a message is sent; without them a start would know less of what is in doubt. */
    private static final List<String> SMALL = List.of("in-flight", "references", "paused");

    private static final List<String> DATABASES = List.of("client-ids.db", StoreCheck.FILE);

    /**
     * A backup that was made.
     *
     * @param at its moment
     * @param millis for how long commits waited
     */
    public record Made(Instant at, int files, long octets, long millis) {}

    /**
     * @param folder a new or an empty one
     * @param progress gets a line at each step
     * @throws IllegalArgumentException when the folder cannot be used
     */
    public Made to(Path folder, Consumer<String> progress) throws Exception {
        prepare(folder);
        CopiedFiles copied = new CopiedFiles(folder);
        Map<String, PinnedFile> databases = new LinkedHashMap<>();
        try {
            for (String name : DATABASES) {
                if (Files.exists(data.resolve(name))) {
                    databases.put(name, new PinnedFile(data.resolve(name)));
                }
            }
            return copy(folder, copied, databases, progress);
        } finally {
            for (PinnedFile database : databases.values()) {
                database.close();
            }
        }
    }

    private Made copy(Path folder, CopiedFiles copied, Map<String, PinnedFile> databases, Consumer<String> progress)
            throws Exception {
        Moment moment = new Moment(copied, databases.values());
        BrokerSnapshot snapshot = broker.snapshot();
        snapshot.take(moment, files -> {
            progress.accept("copying " + files.size() + " files of the queues");
            for (Path file : files) {
                copied.copy(file, "data/" + name(file));
            }
        });
        for (Map.Entry<String, PinnedFile> database : databases.entrySet()) {
            progress.accept("copying " + database.getKey());
            String name = "data/" + database.getKey();
            database.getValue().copyTo(copied.place(name));
            copied.note(folder.resolve(name), name);
        }
        copied.copyAll(data.resolve("tls"), "data/tls");
        copied.copyAll(home.resolve("config"), "config");
        copied.copyAll(home.resolve("extensions"), "extensions");
        new BackupManifest(moment.at, copied.sizes()).writeTo(folder);
        return new Made(moment.at, copied.sizes().size(), copied.octets(), moment.millis);
    }

    /** The links to large messages are in a folder of another name. */
    private String name(Path file) {
        Path name = data.toAbsolutePath().relativize(file.toAbsolutePath());
        return name.getName(0).toString().startsWith(".snapshot")
                ? "large-messages/" + file.getFileName()
                : name.toString().replace('\\', '/');
    }

    /** What is done while commits wait. */
    private static final class Moment implements BrokerSnapshot.Work<Path> {

        private final CopiedFiles copied;
        private final Iterable<PinnedFile> databases;
        private Instant at;
        private long millis;

        Moment(CopiedFiles copied, java.util.Collection<PinnedFile> databases) {
            this.copied = copied;
            this.databases = databases;
        }

        @Override
        public void on(Path data) throws IOException {
            long begin = System.nanoTime();
            at = Instant.now();
            for (PinnedFile database : databases) {
                database.pin();
            }
            for (String name : SMALL) {
                if (Files.exists(data.resolve(name))) {
                    copied.copy(data.resolve(name), "data/" + name);
                }
            }
            millis = (System.nanoTime() - begin) / 1_000_000;
        }
    }

    private void prepare(Path folder) throws IOException {
        if (folder.toAbsolutePath().startsWith(data.toAbsolutePath())) {
            throw new IllegalArgumentException(folder + " is in the data directory: name one elsewhere");
        }
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new IllegalArgumentException(folder + " is not an empty directory: name a new one");
        }
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
