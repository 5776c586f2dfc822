package org.caravansms.datadir;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contents of the data directory, noted in a properties file while the gateway runs: the size of each file of the
 * journal, and the progress of the store and of the clients' ids. The next start compares them. The file survives a
 * kill but is not synced, so a power cut may lose the last notes.
 */
public final class Inventory {

    private static final Logger LOG = LoggerFactory.getLogger(Inventory.class);
    private static final String FILE = "file.";
    private static final String BOOT = "boot";
    private static final long LISTED_MILLIS = 1_000;

    private final Path file;
    private final Supplier<Map<String, Long>> files;
    private final Properties notes = new Properties();
    private final boolean isNew;
    private long listedAt;
    private boolean failed;

    /**
     * @param file the properties file; a missing one means that nothing was noted, as by an older version
     * @param files the present files that the next start must find, and their sizes
     */
    public Inventory(Path file, Supplier<Map<String, Long>> files) {
        this.file = file;
        this.files = files;
        this.isNew = Files.notExists(file);
        if (!isNew) {
            try (Reader reader = Files.newBufferedReader(file)) {
                notes.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("The inventory " + file + " cannot be read", e);
            }
        }
    }

    /** Whether no run has noted anything yet. */
    public boolean isNew() {
        return isNew;
    }

    /** @return the files that were there, and their sizes */
    public synchronized Map<String, Long> files() {
        Map<String, Long> noted = new HashMap<>();
        notes.stringPropertyNames().stream()
                .filter(name -> name.startsWith(FILE))
                .forEach(name -> noted.put(name.substring(FILE.length()), count(name)));
        return noted;
    }

    /** @return the noted progress, 0 when none is noted */
    public synchronized long count(String name) {
        String noted = notes.getProperty(name, "");
        return noted.matches("\\d{1,18}") ? Long.parseLong(noted) : 0;
    }

    /** Notes progress that is on disk. */
    public synchronized void note(String name, long count) {
        notes.setProperty(name, Long.toString(count));
        if (System.currentTimeMillis() - listedAt > LISTED_MILLIS) {
            list();
        }
        write();
    }

    /** Notes the present files. */
    public synchronized void noteFiles() {
        list();
        write();
    }

    /** @param boot the boot id of the machine, empty after an orderly stop */
    public synchronized void noteBoot(String boot) {
        notes.setProperty(BOOT, boot);
        noteFiles();
    }

    /** @return whether the machine was restarted since, without a stop of the gateway */
    public synchronized boolean isCutOff(String boot) {
        String noted = notes.getProperty(BOOT, "");
        return !noted.isEmpty() && !noted.equals(boot);
    }

    private void list() {
        notes.keySet().removeIf(name -> ((String) name).startsWith(FILE));
        files.get().forEach((name, size) -> notes.setProperty(FILE + name, Long.toString(size)));
        listedAt = System.currentTimeMillis();
    }

    /** A failed note means less to compare, and is no reason to stop. */
    private void write() {
        Path made = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(made)) {
                notes.store(writer, "What the next start must find. Not to be edited.");
            }
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            failed = false;
        } catch (IOException e) {
            if (!failed) {
                LOG.warn("The inventory {} cannot be written: {}", file, e.toString());
            }
            failed = true;
        }
    }
}
