package org.caravansms.datadir;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Copies files into a folder, each of them synced, and notes their names and sizes. */
final class CopiedFiles {

    private final Path folder;
    private final Map<String, Long> sizes = new TreeMap<>();
    private long octets;

    CopiedFiles(Path folder) {
        this.folder = folder;
    }

    Map<String, Long> sizes() {
        return sizes;
    }

    long octets() {
        return octets;
    }

    /** @param name below the folder, with slashes */
    void copy(Path file, String name) throws IOException {
        Path copy = place(name);
        Files.copy(file, copy);
        note(copy, name);
    }

    /** @return where a file of that name is to be written */
    Path place(String name) throws IOException {
        Path place = folder.resolve(name);
        Files.createDirectories(place.getParent());
        return place;
    }

    /** The file is there. */
    void note(Path copy, String name) throws IOException {
        try (FileChannel written = FileChannel.open(copy, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            written.force(true);
            sizes.put(name, written.size());
            octets += written.size();
        }
    }

    /** Copies what is in a folder, if there is one. */
    void copyAll(Path from, String name) throws IOException {
        if (Files.isDirectory(from)) {
            for (Path file : files(from)) {
                copy(file, name + "/" + from.relativize(file).toString().replace('\\', '/'));
            }
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
