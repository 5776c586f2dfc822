package org.caravansms.cli;

import java.nio.file.Path;
import org.caravansms.config.Settings;

/**
 * Where the program finds its files: the instance with {@code config/} and the data, and the installation with
 * {@code lib/} and {@code routes/}. Both are one directory until {@code caravan create} makes an instance.
 */
final class Home {

    private Home() {}

    static Path path() {
        return directory(System.getProperty("caravan.home", "."));
    }

    static Path installation() {
        return directory(System.getProperty("caravan.installation", path().toString()));
    }

    private static Path directory(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    /**
     * @param setting names a file or directory, relative to the instance
     * @throws IllegalArgumentException when the settings cannot be read
     */
    static Path resolve(String setting) {
        return path().resolve(Settings.value(path(), setting));
    }
}
