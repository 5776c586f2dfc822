package org.caravansms;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.caravansms.simulator.Answers;
import org.caravansms.simulator.Simulator;
import org.caravansms.simulator.SimulatorOptions;
import org.caravansms.simulator.SubmitAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
    private Path data;
    private Process gateway;

    @BeforeEach
    void name() {
        data = folder;
    }

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
    void silentGatewayShouldBeSaidWithinTwoSeconds() throws Exception {
        try (ServerSocketChannel silent = listen()) {
            CompletableFuture<Duration> waited = CompletableFuture.supplyAsync(() -> waited(silent));
            Ended ended = run("status");
            assertEquals(3, ended.exitCode(), ended.output());
            assertTrue(ended.output().startsWith("The gateway does not answer at "), ended.output());
            Duration wait = waited.get(10, TimeUnit.SECONDS);
            assertTrue(wait.compareTo(Duration.ofSeconds(2)) < 0, () -> "it waited for " + wait);
        }
    }

    /** @return from the connection to its end; to start the program may take longer while other tests run */
    private static Duration waited(ServerSocketChannel silent) {
        try (SocketChannel command = silent.accept()) {
            Instant connected = Instant.now();
            Channels.newInputStream(command).readAllBytes();
            return Duration.between(connected, Instant.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Root may open every file: the commands are run as nobody, in one program that knows them all. */
    @Test
    void gatewayOfAnotherUserShouldBeSaidByEveryCommand() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root becomes another user");
        assumeTrue(asNobody("true").exitCode() == 0, "setpriv is missing");
        Path home = Path.of(PROGRAM).getParent().getParent();
        assumeTrue(asNobody("test", "-x", PROGRAM).exitCode() == 0, "nobody may not read this directory");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (ServerSocketChannel foreign = listen()) {
            Files.setPosixFilePermissions(folder.resolve("caravan.sock"), PosixFilePermissions.fromString("rw-------"));
            String owned = "The gateway is another user's: only its own user and root may ask it at " + folder
                    + "/caravan.sock";
            assertEquals(new Ended(0, ""), asNobody(everyCommand(home, owned + ", which is root's")));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            assertEquals(new Ended(0, ""), asNobody(everyCommand(home, owned)));
        }
    }

    private static String[] everyCommand(Path home, String begin) {
        String classes =
                home.resolve("lib") + "/*:" + Path.of("target/test-classes").toAbsolutePath();
        return new String[] {
            System.getProperty("java.home") + "/bin/java",
            "-Dcaravan.home=" + home,
            "-cp",
            classes,
            "org.caravansms.cli.EveryCommand",
            begin
        };
    }

    private Ended asNobody(String... command) throws Exception {
        String[] nobody = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
        Path output = folder.resolve("nobody");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(nobody), Stream.of(command)).toList())
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("SMS_DATA_DIR", data.toString());
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it did not end");
        return new Ended(process.exitValue(), Files.readString(output));
    }

    private ServerSocketChannel listen() throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(folder.resolve("caravan.sock")));
    }

    /** On a terminal of util-linux's script, which hands Ctrl-C on as a keyboard does. */
    @Test
    void watchShouldBeDrawnAgainUntilCtrlC() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script, of util-linux, is missing");
        Path output = folder.resolve("watched");
        // exec: a shell between the two would get Ctrl-C too, and end with 130
        String command = "exec " + PROGRAM + " status --watch 1";
        Process terminal = start(output, "/usr/bin/script", "-qefc", command, "/dev/null");
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.readString(output).split("\u001b\\[H\u001b\\[2J", -1).length > 3);
            terminal.getOutputStream().write(3);
            terminal.getOutputStream().flush();
            assertTrue(terminal.waitFor(30, TimeUnit.SECONDS), "Ctrl-C did not end it");
            assertEquals(0, terminal.exitValue(), () -> read(output));
            assertTrue(
                    read(output).matches("(?s)\u001b\\[H\u001b\\[2JThe gateway is not running: .*\r\n"), read(output));
        } finally {
            terminal.destroyForcibly();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void copyOfARunningGatewayShouldBeRestoredAndCheckedAsAScriptDoes() throws Exception {
        data = folder.resolve("one");
        String backup = folder.resolve("backup").toString();
        startGateway();
        send();
        Ended made = run("backup", backup);
        assertEquals(0, made.exitCode(), made.output());
        gateway.destroyForcibly().waitFor();
        data = folder.resolve("two");
        Ended restored = run("restore", backup);
        assertEquals(0, restored.exitCode(), restored.output());
        assertTrue(restored.output().matches("(?s)\\d+ files of .* are in " + data + "\n.*"), restored.output());
        Queue<String> received = new ConcurrentLinkedQueue<>();
        try (Simulator smsc = answering(sms -> {
            received.add(sms.text());
            return SubmitAnswer.ok();
        })) {
            startGateway();
            await().atMost(Duration.ofSeconds(60)).until(() -> !received.isEmpty());
            Ended checked = run("check");
            assertEquals(0, checked.exitCode(), checked.output());
            Ended inUse = run("restore", "--overwrite", backup);
            assertEquals(1, inUse.exitCode(), inUse.output());
            assertTrue(inUse.output().contains("is in use by another gateway"), inUse.output());
        }
        assertEquals(List.of("secret"), List.copyOf(received));
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
        return answering(sms -> SubmitAnswer.of(0x0B));
    }

    private Simulator answering(Answers answers) throws IOException {
        Simulator smsc = new Simulator(SimulatorOptions.defaults()
                .withHost("127.0.0.1")
                .withPort(smppPort)
                .withQuiet(true)
                .withAnswers(answers));
        smsc.start();
        return smsc;
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
        Path output = folder.resolve("gateway");
        gateway = start(output, PROGRAM, "run");
        // commands that ask meanwhile would take the processor from its start
        await().atMost(Duration.ofSeconds(60)).until(() -> read(output).contains("Operator  bin/caravan"));
        await().atMost(Duration.ofSeconds(60)).until(() -> run("dead", "list").exitCode() == 0);
    }

    private Ended run(String... arguments) throws Exception {
        Path output = folder.resolve("output");
        Process process = start(
                output, Stream.concat(Stream.of(PROGRAM), Stream.of(arguments)).toArray(String[]::new));
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the command did not end");
            return new Ended(process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Path output, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("SMS_DATA_DIR", data.toString());
        builder.environment().put("SMS_HTTP_PORT", Integer.toString(httpPort));
        builder.environment().put("SMS_HTTPS_ENABLED", "false");
        builder.environment().put("SMS_SIMULATOR_ENABLED", "false");
        builder.environment().put("SMS_PROVIDER_SANDBOX_PORT", Integer.toString(smppPort));
        return builder.start();
    }
}
