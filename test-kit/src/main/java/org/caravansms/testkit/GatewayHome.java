package org.caravansms.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The directory of a gateway under test: routes and configuration as they ship, and the extensions of a team. */
record GatewayHome(Path path) {

    static GatewayHome in(Path folder, List<Path> extensions) throws IOException {
        GatewayHome home = new GatewayHome(folder);
        home.unpack();
        Path own = Files.createDirectories(folder.resolve("extensions"));
        for (Path extension : extensions) {
            copy(extension, own);
        }
        return home;
    }

    Path settings() {
        return path.resolve("config/application.properties");
    }

    /** Adds settings to the file, where the placeholders of extensions find them, too. */
    void set(Properties settings) throws IOException {
        try (Writer out = Files.newBufferedWriter(settings(), StandardOpenOption.APPEND)) {
            out.write(System.lineSeparator());
            settings.store(out, null);
        }
    }

    private void unpack() throws IOException {
        try {
            URI kit = GatewayHome.class.getResource("home/routes").toURI();
            if (!kit.getScheme().equals("jar")) {
                copy(Path.of(kit).getParent(), path);
                return;
            }
            try (FileSystem jar = FileSystems.newFileSystem(kit, Map.of())) {
                copy(jar.provider().getPath(kit).getParent(), path);
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copies a file into a folder, or all that is below a folder. */
    private static void copy(Path from, Path folder) throws IOException {
        Path base = Files.isDirectory(from) ? from : from.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(base.relativize(base.isAbsolute() ? file.toAbsolutePath() : file).toString());
                Files.createDirectories(target.getParent());
                try (InputStream in = Files.newInputStream(file)) {
                    Files.copy(in, target);
                }
            }
        }
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList());
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        }
    }
}
