package org.caravansms.datadir;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The list of the files of a backup, {@code backup.properties}. It is written last: a folder without one is no whole
 * backup.
 *
 * @param at the moment that the backup has
 * @param files the size of each file by its name below the folder
 */
record BackupManifest(Instant at, Map<String, Long> files) {

    static final String FILE = "backup.properties";

    private static final String AT = "at";
    private static final String SIZE = "file.";

    /** @throws IllegalArgumentException when there is no whole backup */
    static BackupManifest in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.notExists(file)) {
            throw new IllegalArgumentException(
                    folder + " is no whole backup: it has no " + FILE + ". bin/caravan backup DIR makes one");
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        Map<String, Long> files = new TreeMap<>();
        lines.stringPropertyNames().stream()
                .filter(name -> name.startsWith(SIZE))
                .forEach(name -> files.put(name.substring(SIZE.length()), Long.valueOf(lines.getProperty(name))));
        return new BackupManifest(Instant.parse(lines.getProperty(AT)), files);
    }

    void writeTo(Path folder) throws IOException {
        Properties lines = new Properties();
        lines.setProperty(AT, at.toString());
        files.forEach((name, size) -> lines.setProperty(SIZE + name, Long.toString(size)));
        Path file = folder.resolve(FILE);
        try (Writer writer = Files.newBufferedWriter(file)) {
            lines.store(writer, "A backup of a Caravan gateway: bin/caravan restore reads this. Not to be edited.");
        }
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    /** @return a sentence for each file that is missing or has another size */
    List<String> damage(Path folder) {
        List<String> damage = new ArrayList<>();
        files.forEach((name, size) -> {
            long found = folder.resolve(name).toFile().length();
            if (found != size) {
                damage.add(folder.resolve(name) + " has " + found + " of its " + size + " octets");
            }
        });
        return damage;
    }
}
