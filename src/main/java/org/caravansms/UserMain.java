package org.caravansms;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.caravansms.config.Settings;
import org.caravansms.users.UserCommand;

/**
 * The program {@code caravan user}. Exit codes: 1 where the users' file cannot be read or written, 2 where what is asked
 * for is wrong.
 */
public final class UserMain {

    private UserMain() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            boolean terminal = Boolean.getBoolean("caravan.terminal");
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            new UserCommand(file(), terminal, System.in, out).run(arguments);
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            System.err.println("The users' file cannot be read or written: " + e);
            return 1;
        }
    }

    /** The one that the gateway reads. */
    private static Path file() {
        Path home = Path.of(System.getProperty("caravan.home", "."))
                .toAbsolutePath()
                .normalize();
        Settings settings =
                Settings.read(home.resolve("config/application.properties"), System::getenv, System.getProperties());
        return home.resolve(settings.typed().api().usersFile());
    }
}
