package org.caravansms.simulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... args) {
        return new SimulatorMain(print(out), print(err)).run(List.of(args));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "--prot 2775, unknown option --prot",
        "2775, unknown option 2775",
        "--port, option --port needs a value",
        "--log --quiet, option --log needs a value",
        "--port abc, option --port needs a number from 0 to 65535: abc",
        "--port 65536, option --port needs a number from 0 to 65535: 65536",
        "--latency-millis -1, option --latency-millis needs a number from 0 to 2147483647: -1",
        "--latency 80%10, option --latency: the shares of a latency mix must be 100 percent together: 80.0",
        "--answer 88:x, 'option --answer: a condition is to=, text=, 10%, every= or first=: x'",
        "--lose, option --lose needs a value",
        "--lose first=0, option --lose: first must be at least 1: 0",
        "--throttle 0, option --throttle needs a number from 1 to 2147483647: 0",
        "--cut-after 0, option --cut-after needs a number from 1 to 2147483647: 0",
        "--bind-refuse no, option --bind-refuse: a command_status is a code such as 0x58 or its name: no",
        "--bind-silent 2, option --bind-silent: which binds it meets has the form first=3: 2",
        "--seed x, option --seed needs a number: x",
        "--tls-key-store x, option --tls-key-store needs --tls-key-store-password"
    })
    void wrongOptionShouldBeNamedAndExitWithTwo(String args, String message) {
        assertEquals(2, run(args.split(" ")));
        assertEquals("simulator: " + message + System.lineSeparator(), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void portInUseShouldBeNamedAndExitWithOne() throws IOException {
        SimulatorOptions options = SimulatorOptions.defaults().withPort(0).withQuiet(true);
        try (Simulator first = new Simulator(options).start()) {
            assertEquals(1, run("--quiet", "--port", String.valueOf(first.port())));
            String message = err.toString(StandardCharsets.UTF_8);
            assertTrue(message.startsWith("simulator: cannot listen on 127.0.0.1:" + first.port() + ": "), message);
        }
    }

    @Test
    void logFileThatCannotBeOpenedShouldBeNamedAndExitWithOne() {
        Path file = folder.resolve("no").resolve("such.jsonl");
        assertEquals(1, run("--quiet", "--port", "0", "--log", file.toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(file.toString()));
    }

    @Test
    void helpShouldListTheOptions() {
        assertEquals(0, run("--help"));
        String help = out.toString(StandardCharsets.UTF_8);
        assertTrue(help.contains("--latency-millis N"));
        assertTrue(help.contains("--answer STATUS"));
        assertTrue(help.lines().allMatch(line -> line.length() <= 110), help);
    }

    @Test
    void countsShouldBePrintedWhenTheProcessIsTerminated() throws Exception {
        Path stats = folder.resolve("stats.json");
        Process process = start("--quiet", "--port", "0", "--system-id", "esme", "--stats", stats.toString());
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String greeting = lines.readLine();
            int port = Integer.parseInt(greeting.replaceAll(".*127\\.0\\.0\\.1:(\\d+) .*", "$1"));
            assertEquals(greeting(port), greeting);
            submit(port, 12);
            awaitStats(stats, 12);
            // Process.destroy would close the stream the last lines come from
            process.toHandle().destroy();
            assertLastLines(lines.lines().toList());
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    }

    private static String greeting(int port) {
        return "SMSC simulator listens on 127.0.0.1:" + port + " (SMPP 3.4, latency 0 ms, accepts system id esme)";
    }

    private static Process start(String... args) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-cp", System.getProperty("java.class.path")));
        command.add(SimulatorMain.class.getName());
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void submit(int port, int count) throws IOException {
        try (WireClient client = WireClient.bound(port)) {
            for (int i = 0; i < count; i++) {
                assertEquals(0, client.ask(WirePdu.submitSm(i + 2, "x")).commandStatus());
            }
            client.ask(WirePdu.empty(WirePdu.UNBIND, 1));
        }
    }

    private static void awaitStats(Path file, int accepted) {
        await().ignoreExceptions()
                .until(() -> new ObjectMapper()
                                .readTree(Files.readString(file))
                                .get("accepted")
                                .asInt()
                        == accepted);
    }

    private static void assertLastLines(List<String> lines) throws IOException {
        assertEquals(2, lines.size(), lines::toString);
        assertEquals("Received 12 submit_sm: 12 accepted, 0 refused; 1 bind; 1 other PDU", lines.get(0));
        JsonNode json = new ObjectMapper().readTree(lines.get(1));
        assertEquals(12, json.get("submits").asInt());
        assertEquals(12, json.get("accepted").asInt());
        assertEquals(0, json.get("refused").asInt());
        assertEquals(0, json.get("lost").asInt());
        assertTrue(json.get("firstSubmitEpochMicros").asLong() > 0);
        assertTrue(json.get("lastResponseEpochMicros").asLong()
                >= json.get("firstSubmitEpochMicros").asLong());
    }
}
