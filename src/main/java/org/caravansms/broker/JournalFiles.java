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
 * The files of the broker's journals, {@code journal/} and {@code bindings/}. A running broker creates
 * files and removes unused ones beyond its pool: where fewer files are left, something else removed them.
 */
public final class JournalFiles {

    /** The broker does not count the file that it is about to open, nor the one that it removes. */
    private static final int BEYOND = 2;

    private static final String COMPACTED = ".cmp";
    private static final Map<String, String> ENDINGS = Map.of("journal", ".amq", "bindings", ".bindings");

    private final Path data;
    private final int pool;

    /** @param pool the least number of files that the broker retains, negative: all */
    JournalFiles(Path data, int pool) {
        this.data = data;
        this.pool = pool < 0 ? Integer.MAX_VALUE : Math.max(0, pool - BEYOND);
    }

    /** @return their sizes by their names below the data directory */
    public Map<String, Long> sizes() {
        Map<String, Long> sizes = new TreeMap<>();
        ENDINGS.forEach((folder, ending) -> files(folder).forEach(file -> {
            if (!file.toString().endsWith(COMPACTED)) {
                sizes.put(folder + "/" + file.getFileName(), file.toFile().length());
            }
        }));
        return sizes;
    }

    /** @return the size of all of them together, used or not */
    public long bytes() {
        return sizes().values().stream().mapToLong(Long::longValue).sum();
    }

    /** @return a sentence for each file of a former run that is missing or shorter than it was */
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
            } else if (file.toFile().length() < size) {
                damage.add(data.resolve(name) + " has " + file.toFile().length() + " of its " + size + " octets");
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

    /** @return the files with a wrong beginning, with which the broker would not start */
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

    /** A file has another ending while it is compacted. */
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
}
