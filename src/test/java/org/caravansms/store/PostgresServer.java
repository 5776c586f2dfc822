package org.caravansms.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.caravansms.FreePort;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL of its own, on an ephemeral port of the loopback; all test classes of a JVM share one. It refuses to run as root. */
public final class PostgresServer {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static PostgresServer shared;

    private final Path binaries;
    private final Path directory;
    private final int port;

    private PostgresServer(Path binaries) throws Exception {
        this.binaries = binaries;
        this.directory = Files.createTempDirectory("postgres");
        this.port = FreePort.next();
        if (isRoot()) {
            UserPrincipal postgres =
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres");
            Files.setOwner(directory, postgres);
        }
        run("initdb", "-D", data(), "-A", "trust", "-U", "sms", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8");
        start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::delete));
    }

    /** Skips the test where there is none, but not in CI. */
    public static synchronized PostgresServer shared() throws Exception {
        if (shared == null) {
            Path found = installed();
            Assumptions.assumeTrue(
                    found != null || System.getenv("CI") != null, "PostgreSQL is not installed under " + INSTALLED);
            shared = new PostgresServer(found);
        }
        return shared;
    }

    private static Path installed() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return null;
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.exists(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    /** @return the URL of a schema that nobody has used */
    public String freshSchema() throws SQLException {
        String schema = "s" + SCHEMAS.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url(), "sms", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        return url() + "?currentSchema=" + schema;
    }

    public void start() throws Exception {
        String options = "-c listen_addresses=127.0.0.1 -c port=" + port + " -c unix_socket_directories=''"
                + " -c fsync=" + System.getProperty("postgres.fsync", "off");
        run("pg_ctl", "-D", data(), "-w", "-s", "-l", directory.resolve("log").toString(), "-o", options, "start");
    }

    public void stop() throws Exception {
        run("pg_ctl", "-D", data(), "-w", "-s", "-m", "immediate", "stop");
    }

    private void delete() {
        try {
            stop();
            run("rm", "-r", data());
            Files.deleteIfExists(directory.resolve("log"));
            Files.delete(directory);
        } catch (Exception e) {
            System.err.println("PostgreSQL in " + directory + " was not cleared away: " + e);
        }
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private void run(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        Path binary = binaries.resolve(program);
        command.add(Files.exists(binary) ? binary.toString() : program);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(program + " failed");
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
