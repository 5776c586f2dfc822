package org.caravansms;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive of classes, from start to start, with the Java of the build and with Java 25 where that is installed. */
class StartArchiveIT {

    private static final Path HOME =
            Path.of(System.getProperty("caravan.home", "target/caravan")).toAbsolutePath();
    private static final Path JAVAS = Path.of("/usr/lib/jvm");
    private static final String REFUSED = "Setting sms.http.port is \"abc\", not a number from 1 to 65535\n";

    @TempDir
    Path folder;

    private Path cache;
    private Path java;
    private Process gateway;

    @AfterEach
    void stop() throws InterruptedException {
        if (gateway != null) {
            gateway.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"of the build", "25"})
    void startShouldUseTheArchiveOfTheStopBefore(String version) throws Exception {
        java = java(version);
        cache = folder.resolve("a cache");
        Path instance = create();

        start(instance);
        String output = end();
        assertEquals(1, archives().size(), output);
        Path archive = archives().get(0);
        assertFalse(output.matches("(?is).*\\[(warning|error)].*"), output);

        start(instance);
        assertTrue(
                Files.readString(Path.of("/proc/" + gateway.pid() + "/maps")).contains(archive.toString()),
                "the next start maps it");
        end();
        assertEquals(List.of(archive), archives());

        Path whole = Files.copy(archive, folder.resolve("whole"));
        cut(archive);
        assertEquals(REFUSED, refusedRun(instance), "a damaged archive is ignored");
        assertFalse(Files.exists(archive), "and removed");
        Files.copy(whole, archive);
        Files.copy(HOME.resolve("lib/ext/README.txt"), instance.resolve("lib/ext/other.jar"));
        assertEquals(REFUSED, refusedRun(instance));
        assertFalse(Files.exists(archive), "that of other libraries is removed");
    }

    @Test
    void folderThatCannotBeMadeShouldBeNoFault() throws Exception {
        java = java("of the build");
        cache = Files.createFile(folder.resolve("a file")).resolve("cache");
        assertEquals(REFUSED, refusedRun(create()));
    }

    private static Path java(String version) throws IOException {
        if (!version.equals("25")) {
            return Path.of(System.getProperty("java.home"));
        }
        try (Stream<Path> javas = Files.isDirectory(JAVAS) ? Files.list(JAVAS) : Stream.empty()) {
            List<Path> found = javas.filter(StartArchiveIT::is25).toList();
            assumeTrue(!found.isEmpty(), "no Java 25 is installed");
            return found.get(0);
        }
    }

    private static boolean is25(Path java) {
        try {
            return Files.readString(java.resolve("release")).contains("JAVA_VERSION=\"25");
        } catch (IOException e) {
            return false;
        }
    }

    private Path create() throws Exception {
        Path instance = folder.resolve("an instance");
        Process creation = program(HOME, "create", instance.toString()).start();
        assertTrue(creation.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, creation.exitValue(), this::output);
        return instance;
    }

    private void start(Path instance) throws IOException {
        gateway = program(instance, "run").start();
        await().atMost(Duration.ofSeconds(120)).until(() -> output().contains("Operator  bin/caravan"));
    }

    /** @return what the gateway printed */
    private String end() throws InterruptedException {
        gateway.destroy();
        assertTrue(gateway.waitFor(180, TimeUnit.SECONDS), "SIGTERM did not stop the gateway");
        assertEquals(143, gateway.exitValue());
        return output();
    }

    private String refusedRun(Path instance) throws Exception {
        ProcessBuilder run = program(instance, "run");
        run.environment().put("SMS_HTTP_PORT", "abc");
        gateway = run.start();
        assertTrue(gateway.waitFor(60, TimeUnit.SECONDS));
        assertEquals(2, gateway.exitValue(), this::output);
        return output();
    }

    private ProcessBuilder program(Path home, String... words) {
        String program = home.resolve("bin/caravan").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(program), Stream.of(words)).toList())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        // that of the other tests
        builder.environment().remove("JAVA_OPTS");
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        java.toString(),
                        "CARAVAN_CACHE",
                        cache.toString(),
                        "SMS_HTTP_PORT",
                        Integer.toString(FreePort.next()),
                        "SMS_HTTPS_ENABLED",
                        "false",
                        "SMS_SMPP_SERVER_ENABLED",
                        "false",
                        "SMS_SIMULATOR_ENABLED",
                        "false"));
        return builder;
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    private static void cut(Path archive) throws IOException {
        assertTrue(archive.toFile().setWritable(true));
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
    }
}
