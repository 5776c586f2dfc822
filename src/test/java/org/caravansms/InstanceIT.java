package org.caravansms;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.caravansms.simulator.Simulator;
import org.caravansms.simulator.SimulatorOptions;
import org.caravansms.simulator.SubmitAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance as an operator makes it, runs it and upgrades it. */
class InstanceIT {

    private static final Path HOME =
            Path.of(System.getProperty("caravan.home", "target/caravan")).toAbsolutePath();

    @TempDir
    Path folder;

    private final int httpPort = FreePort.next();
    private final int smppPort = FreePort.next();
    private Path instance;
    private Path lib;
    private Process gateway;

    @BeforeEach
    void create() throws Exception {
        instance = folder.resolve("our instance");
        String created = run(HOME, "create", instance.toString());
        assertTrue(created.contains(instance + "/bin/caravan run\n"), created);
        assertTrue(
                Files.exists(Path.of(created.replaceAll("(?s).* are in (/.*)\\.\n", "$1"), "footer.camel.yaml")),
                created);
    }

    @AfterEach
    void stop() throws Exception {
        if (gateway != null) {
            gateway.destroy();
            gateway.waitFor(30, TimeUnit.SECONDS);
        }
        if (lib != null) {
            Files.delete(lib);
        }
    }

    @Test
    void upgradeShouldKeepSettingsAndSendWhatWaits() throws Exception {
        String settings = ownSettings();
        start();
        accept("Waits for the upgrade");
        end();

        run(newer(), "upgrade", instance.toString());

        Queue<String> received = new ConcurrentLinkedQueue<>();
        try (Simulator smsc = smsc(received).start()) {
            start();
            await().atMost(Duration.ofSeconds(30)).until(() -> !received.isEmpty());
        }
        assertEquals(List.of("Waits for the upgrade"), List.copyOf(received));
        assertTrue(runsOf(gateway).contains(folder.resolve("newer").toString()), "the newer installation runs");
        assertEquals(settings, Files.readString(instance.resolve("config/application.properties")));
    }

    @Test
    void directoryInUseShouldBeRefused() throws Exception {
        assertTrue(run(HOME, "create", instance.toString()).startsWith(instance + " is an instance already: "));
        assertTrue(run(HOME, "create", folder.toString()).startsWith(folder + " is not an empty directory"));
        assertTrue(run(HOME, "upgrade", folder.toString()).startsWith(folder + " is no instance: "));
    }

    @Test
    void componentShouldComeWithWhatItNeedsAndNothingThatIsThere() throws Exception {
        String added = run(instance, "component", "add", "mail");

        assertTrue(added.endsWith("The next start of the gateway has them.\n"), added);
        try (Stream<Path> files = Files.list(instance.resolve("lib/ext"))) {
            assertEquals(
                    List.of("angus-mail", "camel-mail", "jakarta.mail-api"),
                    files.map(file -> file.getFileName().toString().replaceFirst("-\\d.*\\.jar", ""))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void libraryThatDoesNotExistShouldAddNothing() throws Exception {
        String refused = run(instance, "component", "add", "nonsense");
        assertTrue(refused.contains("camel-nonsense"), refused);
        assertTrue(refused.contains("Nothing was added"), refused);
        assertTrue(run(instance, "component", "add", "a b").startsWith("\"a b\" is no library: "));
    }

    private Simulator smsc(Queue<String> received) {
        return new Simulator(
                SimulatorOptions.defaults().withPort(smppPort).withQuiet(true).withAnswers(sms -> {
                    received.add(new String(sms.shortMessage(), StandardCharsets.US_ASCII));
                    return SubmitAnswer.ok();
                }));
    }

    /** @return the settings as they are then */
    private String ownSettings() throws IOException {
        Path file = instance.resolve("config/application.properties");
        Files.writeString(
                file,
                String.join(
                        "\n",
                        "sms.http.port=" + httpPort,
                        "sms.https.enabled=false",
                        "sms.simulator.enabled=false",
                        "sms.smpp-server.port=" + FreePort.next(),
                        "sms.provider.sandbox.port=" + smppPort,
                        ""),
                StandardOpenOption.APPEND);
        return Files.readString(file);
    }

    /** @return another installation, as the next version would be */
    private Path newer() throws IOException {
        Path newer = Files.createDirectories(folder.resolve("newer"));
        for (String part : List.of("bin", "config", "routes")) {
            try (Stream<Path> files = Files.walk(HOME.resolve(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, newer.resolve(HOME.relativize(file)));
                }
            }
        }
        lib = Files.createSymbolicLink(newer.resolve("lib"), HOME.resolve("lib"));
        return newer;
    }

    private void accept(String text) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + httpPort + "/api?action=sendmessage&username=admin&password=abc123"
                + "&recipient=%2B36201234567&messagedata=" + text.replace(' ', '+'));
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        assertTrue(answer.contains("<statuscode>0<"), answer);
    }

    private void start() throws IOException {
        Path log = folder.resolve("log");
        gateway = new ProcessBuilder(instance.resolve("bin/caravan").toString(), "run")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.readString(log).contains("Operator  bin/caravan"));
    }

    private void end() throws InterruptedException {
        gateway.destroy();
        assertTrue(gateway.waitFor(30, TimeUnit.SECONDS), "SIGTERM did not stop the gateway");
        assertEquals(143, gateway.exitValue());
    }

    private static String runsOf(Process process) {
        return String.join(" ", process.info().arguments().orElse(new String[0]));
    }

    private String run(Path installation, String... arguments) throws Exception {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(installation.resolve("bin/caravan").toString()), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> List.of(arguments) + " did not end");
        return Files.readString(output);
    }
}
