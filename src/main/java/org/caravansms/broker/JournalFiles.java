package org.caravansms.broker;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;

/**
 * The files of the broker's journals, {@code journal/} and {@code bindings/}. While it runs the broker makes new ones and
 * removes those that it has no use for, but only beyond its pool of them: fewer than that were taken by somebody else.
 */
public final class JournalFiles {

    /** The broker counts neither those that it is about to open nor the one that it removes. */
    private static final int BEYOND = 2;

    private static final String COMPACTED = ".cmp";
    private static final Map<String, String> ENDINGS = Map.of("journal", ".amq", "bindings", ".bindings");

    private final Path data;
    private final int pool;

    /** @param pool how many files the broker keeps at least, negative: all */
    JournalFiles(Path data, int pool) {
        this.data = data;
        this.pool = pool < 0 ? Integer.MAX_VALUE : Math.max(0, pool - BEYOND);
    }

    /** @return their sizes by their names below the data directory */
    public Map<String, Long> sizes() {
        Map<String, Long> sizes = new TreeMap<>();
        ENDINGS.forEach((folder, ending) -> files(folder).forEach(file -> {
            if (!file.toString().endsWith(COMPACTED)) {
                sizes.put(folder + "/" + file.getFileName(), size(file));
            }
        }));
        return sizes;
    }

    /** @return what became of those of a former run: nothing, or each that is missing or shorter than it was */
    public List<String> damage(Map<String, Long> known) {
        List<String> damage = new ArrayList<>();
        ENDINGS.keySet().stream().sorted().forEach(folder -> {
            Map<String, Long> here = known.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(folder + "/"))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::max, TreeMap::new));
            damage.addAll(damage(folder, here));
        });
        return damage;
    }

    private List<String> damage(String folder, Map<String, Long> known) {
        List<String> missing = new ArrayList<>();
        List<String> damage = new ArrayList<>();
        known.forEach((name, size) -> {
            Path file = present(name);
            if (file == null) {
                missing.add(data.resolve(name) + " is missing");
            } else if (size(file) < size) {
                damage.add(data.resolve(name) + " has " + size(file) + " of its " + size + " octets");
            }
        });
        int present = files(folder).size();
        if (present == 0 && !known.isEmpty()) {
            return List.of(data.resolve(folder) + " is missing or empty");
        }
        if (present < Math.min(known.size(), pool)) {
            damage.addAll(missing);
        }
        return damage;
    }

    /** @return those with which the broker would not start: they do not begin as its files do */
    public List<Path> unreadable() {
        return ENDINGS.keySet().stream()
                .sorted()
                .flatMap(folder -> files(folder).stream())
                .filter(JournalFiles::isOther)
                .toList();
    }

    private static boolean isOther(Path file) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            return in.readInt() != JournalImpl.FORMAT_VERSION;
        } catch (IOException e) {
            return false;
        }
    }

    /** One that was being compacted has another ending until the broker has put it in order. */
    private Path present(String name) {
        return Stream.of(name, name + COMPACTED)
                .map(data::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }

    private List<Path> files(String folder) {
        if (Files.notExists(data.resolve(folder))) {
            return List.of();
        }
        String ending = ENDINGS.get(folder);
        try (Stream<Path> files = Files.list(data.resolve(folder))) {
            return files.filter(file ->
                            file.toString().endsWith(ending) || file.toString().endsWith(ending + COMPACTED))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that the broker has just removed is not there, and no error. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
