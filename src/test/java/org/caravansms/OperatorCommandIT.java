package org.caravansms;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.caravansms.simulator.Simulator;
import org.caravansms.simulator.SimulatorOptions;
import org.caravansms.simulator.SubmitAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code caravan dead} and {@code caravan doubt} as an operator's script meets them, beside a gateway that runs. */
class OperatorCommandIT {

    private static final String PROGRAM = Path.of(System.getProperty("caravan.home", "target/caravan"), "bin/caravan")
            .toAbsolutePath()
            .toString();

    /** What a command wrote, in both of its streams, and the code it ended with. */
    private record Ended(int exitCode, String output) {}

    @TempDir
    Path folder;

    private final int httpPort = FreePort.next();
    private final int smppPort = FreePort.next();
    private Process gateway;

    @AfterEach
    void stop() throws Exception {
        if (gateway != null) {
            gateway.destroyForcibly().waitFor();
        }
    }

    @Test
    void withoutAGatewayItShouldSayHowToStartOne() throws Exception {
        Ended none = run("dead", "list");
        assertEquals(3, none.exitCode(), none.output());
        assertTrue(none.output().startsWith("The gateway is not running: no one listens at "), none.output());
        assertTrue(none.output().endsWith("Start it with bin/caravan run\n"), none.output());
    }

    @Test
    void deadLetterShouldBeListedResentAndDropped() throws Exception {
        try (Simulator refusing = refusing()) {
            startGateway();
            send();
            String id = deadLetter();
            assertEquals(new Ended(0, "1 dead letter queued again\n"), run("dead", "resend", id));
            assertEquals(id, deadLetter());
            dropAll(id);
        }
    }

    private void dropAll(String id) throws Exception {
        assertEquals(
                new Ended(1, "1 dead letter dropped for good\nThere is no dead letter nobody\n"),
                run("dead", "drop", id, "nobody"));
        assertEquals(new Ended(0, "No dead letters\n"), run("dead", "list"));
        assertEquals(2, run("dead", "fly").exitCode());
        assertEquals(new Ended(0, "No messages in doubt\n"), run("doubt", "list"));
    }

    @Test
    void killedGatewaysSocketShouldNotStopTheNextOne() throws Exception {
        startGateway();
        gateway.destroyForcibly().waitFor();
        assertTrue(Files.exists(folder.resolve("caravan.sock")));
        assertTrue(run("dead", "list").output().startsWith("The gateway is not running: "));
        startGateway();
        assertEquals(new Ended(0, "No dead letters\n"), run("dead", "list"));
        gateway.destroy();
        assertTrue(gateway.waitFor(30, TimeUnit.SECONDS));
        assertFalse(Files.exists(folder.resolve("caravan.sock")));
    }

    @Test
    void secondGatewayShouldSayWhoHasTheDataDirectoryAndEnd() throws Exception {
        startGateway();
        Ended second = run("run");
        assertEquals(1, second.exitCode(), second.output());
        assertTrue(
                second.output()
                        .startsWith("The gateway cannot start: the data directory " + folder
                                + " is in use by another gateway, process " + gateway.pid() + " on host "),
                second.output());
        assertEquals(new Ended(0, "No dead letters\n"), run("dead", "list"));
    }

    /** An SMSC that knows no number. */
    private Simulator refusing() throws IOException {
        Simulator refusing = new Simulator(SimulatorOptions.defaults()
                .withHost("127.0.0.1")
                .withPort(smppPort)
                .withQuiet(true)
                .withAnswers(sms -> SubmitAnswer.of(0x0B)));
        refusing.start();
        return refusing;
    }

    private void send() throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + httpPort + "/api?action=sendmessage&username=admin&password=abc123"
                + "&recipient=06203105366&messagedata=secret");
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }

    private String deadLetter() {
        String list = await().atMost(Duration.ofSeconds(30))
                .until(() -> run("dead", "list").output(), text -> text.endsWith("\n1 dead letter\n"));
        String line = list.lines().toList().get(1);
        assertTrue(line.contains("  admin  062031*****  ") && line.contains("ESME_RINVDSTADR"), line);
        return line.split(" ")[0];
    }

    private void startGateway() throws Exception {
        gateway = start(folder.resolve("gateway"), "run");
        await().atMost(Duration.ofSeconds(60)).until(() -> run("dead", "list").exitCode() == 0);
    }

    private Ended run(String... arguments) throws Exception {
        Path output = folder.resolve("output");
        Process process = start(output, arguments);
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the command did not end");
            return new Ended(process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Path output, String... arguments) throws IOException {
        List<String> command =
                Stream.concat(Stream.of(PROGRAM), Stream.of(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("SMS_DATA_DIR", folder.toString());
        builder.environment().put("SMS_HTTP_PORT", Integer.toString(httpPort));
        builder.environment().put("SMS_HTTPS_ENABLED", "false");
        builder.environment().put("SMS_SIMULATOR_ENABLED", "false");
        builder.environment().put("SMS_PROVIDER_SANDBOX_PORT", Integer.toString(smppPort));
        return builder.start();
    }
}
