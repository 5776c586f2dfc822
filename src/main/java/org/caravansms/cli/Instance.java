package org.caravansms.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A directory with the settings, extensions and data of one gateway. Its {@code bin/caravan} runs an installation, which
 * an upgrade replaces; nothing else in the directory changes then.
 *
 * @param directory an absolute path
 */
record Instance(Path directory) {

    private static final List<String> FILES =
            List.of("users.properties", "routing.rules", "inbound.rules", "log4j2.properties");

    private static final String PROGRAM = """
            #!/usr/bin/env bash
            # Runs the gateway of this directory. "bin/caravan upgrade" of another installation changes the last line.
            set -euo pipefail
            CARAVAN_INSTANCE=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
            export CARAVAN_INSTANCE
            exec %s "$@"
            """;

    /** @throws IllegalArgumentException when something is there already */
    void create(Path installation) throws IOException {
        requireNew();
        for (String folder : List.of("bin", "config", "data", "extensions", "lib/ext")) {
            Files.createDirectories(directory.resolve(folder));
        }
        Files.setPosixFilePermissions(directory.resolve("data"), PosixFilePermissions.fromString("rwx------"));
        for (String file : FILES) {
            ReplaceFile.with(Files.readString(installation.resolve("config").resolve(file)), config(file));
        }
        try (InputStream settings = Instance.class.getResourceAsStream("instance.properties")) {
            ReplaceFile.with(new String(settings.readAllBytes()), config("application.properties"));
        }
        runBy(installation);
    }

    /** @throws IllegalArgumentException when it is no instance */
    void upgrade(Path installation) throws IOException {
        if (!Files.exists(program()) || !Files.exists(config("application.properties"))) {
            throw new IllegalArgumentException(
                    directory + " is no instance: bin/caravan create " + directory + " makes one");
        }
        runBy(installation);
    }

    Path program() {
        return directory.resolve("bin/caravan");
    }

    private Path config(String file) {
        return directory.resolve("config").resolve(file);
    }

    private void requireNew() throws IOException {
        if (Files.exists(program())) {
            throw new IllegalArgumentException(directory + " is an instance already: bin/caravan upgrade " + directory
                    + " makes it run with this installation");
        } else if (Files.exists(directory) && !isEmpty()) {
            throw new IllegalArgumentException(directory + " is not an empty directory: name a new one");
        }
    }

    private boolean isEmpty() throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (var entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    private void runBy(Path installation) throws IOException {
        String path = installation.resolve("bin/caravan").toString();
        ReplaceFile.with(PROGRAM.formatted("'" + path.replace("'", "'\\''") + "'"), program());
        Files.setPosixFilePermissions(program(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
