package org.caravansms.operator;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The providers and queues that an operator paused, each with the time of that. They are in the file {@code paused} of
 * the data directory, synced before a command is answered, so that a restart does not resume them.
 */
public final class PausedNames {

    /** Its name in the data directory. */
    public static final String FILE = "paused";

    private final Path file;
    private volatile Map<String, Instant> since;

    /**
     * @param file a missing one has no names
     * @throws IllegalArgumentException when it has something else
     */
    public PausedNames(Path file) {
        this.file = file;
        this.since = read(file);
    }

    private static Map<String, Instant> read(Path file) {
        Properties lines = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                lines.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " has what is paused, and cannot be read", e);
            }
        }
        return lines.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> time(name, lines, file)));
    }

    private static Instant time(String name, Properties lines, Path file) {
        try {
            return Instant.parse(lines.getProperty(name));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(file + " has what is paused: its line " + name
                    + " has no time such as 2026-11-27T22:00:00Z behind it. Correct or remove it");
        }
    }

    /** Asked before each message, of its provider and of its queue. */
    public boolean isPaused(String name) {
        return since.containsKey(name);
    }

    /** @return null when it is not paused */
    public Instant since(String name) {
        return since.get(name);
    }

    /** @return since when, by name in alphabetical order */
    public Map<String, Instant> all() {
        return new TreeMap<>(since);
    }

    /** @return whether that name was not paused before */
    synchronized boolean pause(String name) throws IOException {
        Map<String, Instant> names = new TreeMap<>(since);
        boolean added = names.putIfAbsent(name, Instant.now().truncatedTo(ChronoUnit.SECONDS)) == null;
        replace(names);
        return added;
    }

    /** @return whether that name was paused */
    synchronized boolean resume(String name) throws IOException {
        Map<String, Instant> names = new TreeMap<>(since);
        boolean removed = names.remove(name) != null;
        replace(names);
        return removed;
    }

    private void replace(Map<String, Instant> names) throws IOException {
        Properties lines = new Properties();
        names.forEach((name, time) -> lines.setProperty(name, time.toString()));
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(written)) {
            lines.store(writer, "What bin/caravan pause stopped, and when. bin/caravan resume NAME ends it.");
        }
        try (FileChannel synced = FileChannel.open(written, StandardOpenOption.WRITE)) {
            synced.force(true);
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        since = Map.copyOf(names);
    }
}
