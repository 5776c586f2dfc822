package org.caravansms.datadir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.caravansms.store.SqliteFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The losses that a start finds: it is refused, unless a person accepts them. */
public final class MissingData {

    public static final String ACCEPT = "--accept-loss";

    private static final Logger LOG = LoggerFactory.getLogger("caravan");
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final List<String> found = new CopyOnWriteArrayList<>();
    private final boolean accepted;

    /** @param accepted whether a person accepts them */
    public MissingData(boolean accepted) {
        this.accepted = accepted;
    }

    /** @param loss a sentence with the file and its missing part */
    void add(String loss) {
        found.add(loss);
    }

    /** Fewer batches than before mean that the end of the file is missing, or all of it. */
    void compare(String file, long batches, long were) {
        if (batches < were) {
            add(file + " is missing, empty or cut: it has " + batches + " of the " + were + " batches that it had");
        }
    }

    /** @throws StartRefusedException when there are losses that no person accepted */
    void settle() {
        if (!found.isEmpty() && !accepted) {
            throw new StartRefusedException(String.join("; ", found)
                    + ". Put it back from a backup, or go on without what is lost: bin/caravan run " + ACCEPT);
        }
        found.forEach(loss -> LOG.error("Loss accepted: {}", loss));
        found.clear();
    }

    /**
     * Renames a file that cannot be read, and the log of a database with it, so that a new one may take its place.
     *
     * @throws StartRefusedException when no person accepted the loss
     */
    void putAside(Path file) {
        add(file + " is damaged and cannot be read");
        settle();
        String suffix = ".damaged-" + LocalDateTime.now().format(SUFFIX);
        SqliteFile.parts(file).stream().filter(Files::exists).forEach(part -> rename(part, suffix));
        LOG.error("Loss accepted: the unreadable file is now {}{}", file, suffix);
    }

    private static void rename(Path file, String suffix) {
        Path aside = file.resolveSibling(file.getFileName() + suffix);
        try {
            Files.move(file, aside);
        } catch (IOException e) {
            throw new StartRefusedException(file + " cannot be put aside as " + aside + ": " + e.getMessage());
        }
    }
}
