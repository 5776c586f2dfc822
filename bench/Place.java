package bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the processes come from and where they may write. */
final class Place {
    static final Path FOLDER = Path.of(System.getProperty("bench.dir"));
    static final Path HOME = Path.of(System.getProperty("caravan.home"));

    private Place() {}

    static List<String> command(String... arguments) {
        return Stream.concat(Stream.of(HOME.resolve("bin/caravan").toString()), Stream.of(arguments)).toList();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static Path emptyFolder(String name) throws IOException {
        Path folder = FOLDER.resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                old.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
        return Files.createDirectories(folder);
    }
}
