package org.caravansms;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caravansms.config.Settings;
import org.caravansms.operator.AskGateway;
import org.caravansms.operator.OperatorSocket;

/**
 * The program behind {@code caravan dead}, {@code caravan doubt} and others, and the commands of a team's own routes: has the
 * running gateway do what is asked for. Exit codes: 1 where not all of it was done, or no gateway runs; 2 where what is asked
 * for is wrong.
 */
public final class OperatorMain {

    private OperatorMain() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            Path socket = socket();
            if (Boolean.getBoolean("caravan.own") && !Files.exists(socket)) {
                throw new IllegalArgumentException(unknown(arguments.get(0), socket));
            }
            return new AskGateway(socket, utf8(FileDescriptor.out), utf8(FileDescriptor.err)).ask(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private static String unknown(String command, Path socket) {
        return "Unknown command: " + command + "\nOne of your own needs a running gateway, and no one listens at "
                + socket + ": start it with bin/caravan run. bin/caravan help lists the others.";
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    private static Path socket() {
        Path home = Path.of(System.getProperty("caravan.home", "."))
                .toAbsolutePath()
                .normalize();
        return socket(
                home,
                Settings.read(home.resolve("config/application.properties"), System::getenv, System.getProperties()));
    }

    /** The file at which a gateway and its operator meet. */
    static Path socket(Path home, Settings settings) {
        return home.resolve(settings.typed().dataDir()).resolve(OperatorSocket.FILE);
    }
}
