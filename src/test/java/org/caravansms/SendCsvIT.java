package org.caravansms;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caravansms.simulator.Simulator;
import org.caravansms.simulator.SimulatorOptions;
import org.caravansms.simulator.SubmitAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code caravan send} beside a gateway that runs: killed and repeated, each message of a file is sent once. */
class SendCsvIT {

    private static final Path PROGRAM = Path.of(System.getProperty("caravan.home", "target/caravan"), "bin/caravan")
            .toAbsolutePath();
    private static final int LINES = 20_000;
    private static final Duration LONG = Duration.ofSeconds(120);

    /** By number, how often it was submitted. */
    private final Map<String, Integer> submitted = new ConcurrentHashMap<>();

    private final int httpPort = FreePort.next();
    private final int smppPort = FreePort.next();

    @TempDir
    Path folder;

    private Simulator smsc;
    private Process gateway;

    @BeforeEach
    void start() throws Exception {
        smsc = new Simulator(SimulatorOptions.defaults()
                .withHost("127.0.0.1")
                .withPort(smppPort)
                .withQuiet(true)
                .withAnswers(sms -> {
                    submitted.merge(sms.destination().addr(), 1, Integer::sum);
                    return SubmitAnswer.ok();
                }));
        smsc.start();
        Files.writeString(folder.resolve("rules"), "sms.outbound.ads name=ads to=+3630\n");
        gateway = process("gateway", "run").start();
        // commands that ask meanwhile would take the processor from its start
        await().atMost(LONG)
                .until(() -> Files.readString(folder.resolve("gateway")).contains("Operator  bin/caravan"));
        await().atMost(LONG).until(() -> run("status").equals("0"));
    }

    @AfterEach
    void stop() throws Exception {
        gateway.destroyForcibly().waitFor();
        smsc.close();
    }

    @Test
    void fileShouldBeSentOnceThoughItsSenderIsKilledTwice() throws Exception {
        Path file = folder.resolve("many.csv");
        Files.write(
                file,
                Stream.concat(
                                Stream.of("to,text"),
                                numbers().map(number -> "+" + number + ",\"Hello, " + number + "\""))
                        .toList());
        killAfter(2_000, file);
        killAfter(9_000, file);
        assertEquals("0", run("send", "--csv", file.toString()), this::output);
        await().atMost(LONG).until(() -> submitted.size() == LINES);
        assertEquals(Set.of(1), Set.copyOf(submitted.values()));
        assertEquals(numbers().collect(Collectors.toSet()), submitted.keySet());
        String again = output(run("send", "--csv", file.toString(), "--json"));
        assertTrue(again.contains("\"accepted\":0,\"refused\":0,\"acceptedBefore\":" + LINES), again);
        refusedLineShouldBeNamed();
        dryRunShouldTellPartsEncodingsRulesAndRefusedLines();
    }

    private void dryRunShouldTellPartsEncodingsRulesAndRefusedLines() throws Exception {
        int before = submitted.size();
        Path file = Files.writeString(
                folder.resolve("dry.csv"),
                "to,text\n+36201,Hello\n+36301,Szia ő\n+36202," + "a".repeat(200) + "\nnobody,x\n+36203\n");
        assertEquals("1", run("send", "--csv", file.toString(), "--dry-run", "--json"), this::output);
        ObjectNode told = (ObjectNode) new JsonMapper().readTree(output());
        String counts = "{'lines':5,'accepted':3,'refused':2,'parts':4,'encodings':{'GSM7':2,'UCS2':1},"
                + "'rules':{'ads':1,'none':2},'queues':{'sms.outbound':2,'sms.outbound.ads':1}}";
        assertEquals(
                counts.replace('\'', '"'),
                told.deepCopy().without(List.of("error", "refusals")).toString());
        assertEquals(5, told.at("/refusals/0/line").asInt(), this::output);
        assertTrue(
                told.at("/refusals/0/text").asText().startsWith("Invalid recipient. recipient is not "), this::output);
        assertEquals(
                "The line has 1 columns, and the header 2",
                told.at("/refusals/1/text").asText());
        assertEquals("1", run("send", "--csv", file.toString(), "--dry-run"), this::output);
        assertTrue(output().contains("queues: {sms.outbound=2, sms.outbound.ads=1}\n"), this::output);
        assertTrue(output().contains("\nline 5: 1 Invalid recipient"), this::output);
        assertTrue(Files.notExists(folder.resolve("dry.csv.result.csv")));
        assertEquals(before, submitted.size());
    }

    private void refusedLineShouldBeNamed() throws Exception {
        Path file = Files.writeString(
                folder.resolve("few.csv"), "to,text,sendAt\nnobody,x,\n+3670,later,2099-01-01T10:00Z\n");
        assertEquals("1", run("send", "--csv", file.toString()), this::output);
        String results = Files.readString(folder.resolve("few.csv.result.csv"));
        assertTrue(
                results.contains("\n2,,1,\"Invalid recipient. recipient is not a number of 3 to 20 digits"), results);
        assertTrue(results.matches("(?s).*\n3,[0-9a-f-]{36},0,,[0-9a-f]{16}\n"), results);
        assertEquals("0", run("send", "+36201", "Hello"), this::output);
        assertEquals("3", run("send", "+36201", "Hello", "--url", "http://127.0.0.1:" + httpPort + "/nowhere"));
    }

    private static Stream<String> numbers() {
        return IntStream.range(0, LINES).mapToObj(number -> "3620" + (1_000_000 + number));
    }

    private void killAfter(int rows, Path file) throws Exception {
        Path results = folder.resolve("many.csv.result.csv");
        Process sender = process("output", "send", "--csv", file.toString()).start();
        await().pollInterval(Duration.ofMillis(20)).atMost(LONG).until(() -> rows(results) > rows);
        sender.destroyForcibly().waitFor();
    }

    private static long rows(Path results) throws IOException {
        try (Stream<String> rows = Files.exists(results) ? Files.lines(results) : Stream.empty()) {
            return rows.count();
        }
    }

    /** @return the exit code */
    private String run(String... arguments) throws Exception {
        Process process = process("output", arguments).start();
        assertTrue(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS), this::output);
        return Integer.toString(process.exitValue());
    }

    private String output(String exitCode) {
        return exitCode + " " + output();
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private ProcessBuilder process(String output, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(PROGRAM.toString()), Stream.of(arguments))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(output).toFile());
        builder.environment()
                .putAll(Map.of(
                        "SMS_ROUTING_RULES_FILE",
                        folder.resolve("rules").toString(),
                        "SMS_DATA_DIR",
                        folder.resolve("data").toString(),
                        "SMS_HTTP_PORT",
                        Integer.toString(httpPort),
                        "SMS_HTTPS_ENABLED",
                        "false",
                        "SMS_SIMULATOR_ENABLED",
                        "false",
                        "SMS_PROVIDER_SANDBOX_PORT",
                        Integer.toString(smppPort),
                        "SMS_USER",
                        "admin",
                        "SMS_PASSWORD",
                        "abc123"));
        return builder;
    }
}
