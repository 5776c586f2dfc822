package org.caravansms.cli;

import java.nio.file.Path;
import org.caravansms.config.Settings;

/** The installation that the program belongs to. */
final class Home {

    private Home() {}

    static Path path() {
        return Path.of(System.getProperty("caravan.home", ".")).toAbsolutePath().normalize();
    }

    /**
     * @param setting names a file or directory, relative to the installation
     * @throws IllegalArgumentException when the settings cannot be read
     */
    static Path resolve(String setting) {
        return path().resolve(Settings.value(path(), setting));
    }
}
