package org.caravansms.cli;

import java.nio.file.Path;
import org.caravansms.config.Settings;

/** The installation that the program belongs to, and its settings. */
final class Home {

    private Home() {}

    /** @throws IllegalArgumentException naming the setting that is wrong */
    static Path users() {
        return path().resolve(settings().typed().api().usersFile());
    }

    /** @throws IllegalArgumentException naming the setting that is wrong */
    static Path data() {
        return path().resolve(settings().typed().dataDir());
    }

    private static Path path() {
        return Path.of(System.getProperty("caravan.home", ".")).toAbsolutePath().normalize();
    }

    private static Settings settings() {
        return Settings.read(path().resolve("config/application.properties"), System::getenv, System.getProperties());
    }
}
