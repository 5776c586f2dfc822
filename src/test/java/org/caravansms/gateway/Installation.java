package org.caravansms.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the gateway as they ship, in a folder of a test's, to which a team adds its own. */
final class Installation {

    private Installation() {}

    static Path in(Path home) throws IOException {
        for (String folder : List.of("config", "routes")) {
            Files.createDirectory(home.resolve(folder));
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, home.resolve(file.toString()));
                }
            }
        }
        return home;
    }

    /** Moves the routes elsewhere, as an administrator does who keeps them apart. */
    static void linkRoutes(Path home) throws IOException {
        Path routes = home.resolve("routes");
        Files.createSymbolicLink(routes, Files.move(routes, home.resolve("routes of ours")));
    }

    /** Puts a route file beside those that ship, as a team does. */
    static void addRoute(Path home, String id, String yaml) throws IOException {
        Files.writeString(home.resolve("routes").resolve(id + ".camel.yaml"), yaml);
    }
}
