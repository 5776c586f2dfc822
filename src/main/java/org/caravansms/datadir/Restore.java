package org.caravansms.datadir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts a {@link Backup} into the data directory of a stopped gateway. Settings and extensions stay as they are.
 *
 * @param data the data directory
 */
public record Restore(Path data) {

    /** What every start makes anew. */
    private static final Set<String> OF_NO_WORTH = Set.of("gateway.lock", "native", "spool");

    private static final String DATA = "data/";
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /**
     * Data that were restored.
     *
     * @param at the moment of the backup
     * @param aside where the data before are, or null
     */
    public record Done(Instant at, int files, Path aside) {}

    /**
     * @param overwrite whether data that are there are moved aside
     * @throws IllegalArgumentException when the backup is not whole, or data are there that may not be moved
     * @throws IllegalStateException when a gateway uses the data directory
     */
    public Done from(Path folder, boolean overwrite) throws IOException {
        BackupManifest backup = BackupManifest.in(folder);
        List<String> damage = backup.damage(folder);
        if (!damage.isEmpty()) {
            throw new IllegalArgumentException("The backup is damaged: " + String.join("; ", damage));
        }
        DataDirectory.prepare(data);
        try (DataLock lock = DataLock.take(data)) {
            Path aside = makeRoom(overwrite);
            CopiedFiles copied = new CopiedFiles(data);
            for (String name : backup.files().keySet()) {
                if (name.startsWith(DATA)) {
                    copied.copy(folder.resolve(name), name.substring(DATA.length()));
                }
            }
            return new Done(backup.at(), copied.sizes().size(), aside);
        }
    }

    private Path makeRoom(boolean overwrite) throws IOException {
        List<Path> present = present();
        if (present.isEmpty()) {
            return null;
        }
        if (!overwrite) {
            throw new IllegalArgumentException(data + " has data: restore --overwrite moves them aside, into a folder"
                    + " beside it. Messages that wait there are not sent then");
        }
        Path aside = data.resolveSibling(
                data.getFileName() + ".before-" + LocalDateTime.now().format(SUFFIX));
        DataDirectory.prepare(aside);
        for (Path entry : present) {
            Files.move(entry, aside.resolve(entry.getFileName()));
        }
        return aside;
    }

    private List<Path> present() throws IOException {
        try (Stream<Path> entries = Files.list(data)) {
            return entries.filter(
                            entry -> !OF_NO_WORTH.contains(entry.getFileName().toString()))
                    .toList();
        }
    }
}
