package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorLogTest {
    @TempDir
    private Path folder;

    private Path log;
    private SimulatorOptions options;

    @BeforeEach
    void prepare() {
        log = folder.resolve("pdus.jsonl");
        options = SimulatorOptions.defaults().withPort(0).withQuiet(true).withLogFile(log);
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }

    @Test
    void lineShouldBeInTheFileBeforeTheResponseLeaves() throws IOException {
        List<Integer> linesSeen = new CopyOnWriteArrayList<>();
        Consumer<SubmitSm> listener = submitSm -> linesSeen.add(lines().size());
        try (Simulator simulator = new Simulator(options.withListener(listener)).start();
                WireClient client = WireClient.bound(simulator.port())) {
            for (int i = 2; i < 52; i++) {
                String id = client.ask(WirePdu.submitSm(i, "x")).messageId();
                assertEquals(id, json(lines().get(i - 1)).get("id").asText());
                assertEquals(i, linesSeen.get(i - 2));
            }
        }
    }

    @Test
    void listenerShouldBeToldBeforeTheResponseLeaves() throws IOException {
        AtomicReference<WireClient> client = new AtomicReference<>();
        List<Integer> availableThen = new CopyOnWriteArrayList<>();
        Consumer<SubmitSm> listener = submitSm -> availableThen.add(available(client.get()));
        try (Simulator simulator = new Simulator(options.withListener(listener)).start();
                WireClient bound = WireClient.bound(simulator.port())) {
            client.set(bound);
            for (int i = 2; i < 52; i++) {
                bound.ask(WirePdu.submitSm(i, "x"));
            }
            assertEquals(Collections.nCopies(50, 0), availableThen);
        }
    }

    private static int available(WireClient client) {
        try {
            return client.available();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void lineShouldHaveTheFieldsOfTheSubmitSm() throws IOException {
        WirePdu pdu = WirePdu.submitSm(2, 0, 8, "\0\"\0\\\0\n ¬".getBytes(StandardCharsets.ISO_8859_1));
        String id;
        try (Simulator simulator = new Simulator(options).start();
                WireClient client = WireClient.bound(simulator.port())) {
            id = client.ask(pdu).messageId();
        }
        JsonNode line = json(lines().get(1));
        long time = line.get("time").asLong();
        assertTrue(Math.abs(time - System.currentTimeMillis() * 1000) < 60_000_000L, "time " + time);
        String raw = HexFormat.of().formatHex(pdu.bytes());
        String expected = """
                {"time":%d,"command":"submit_sm","seq":2,"system_id":"esme",
                 "source":"44777888","source_ton":1,"source_npi":1,"dest":"06203105366","dest_ton":0,"dest_npi":1,
                 "data_coding":8,"esm_class":0,"text":"\\"\\\\\\n€","short_message":"0022005c000a20ac",
                 "raw":"%s","status":0,"id":"%s"}
                """.formatted(time, raw, id);
        assertEquals(json(expected), line);
    }

    @Test
    void eachPduShouldHaveItsLine() throws IOException {
        try (Simulator simulator = new Simulator(options).start();
                WireClient client = WireClient.bound(simulator.port())) {
            client.ask(WirePdu.empty(0x103, -1));
            client.send(WirePdu.empty(0x80000005, 3));
            client.ask(WirePdu.submitSm(4, "cut").without(2));
            client.ask(WirePdu.empty(WirePdu.UNBIND, 5));
        }
        List<String> lines = lines();
        assertEquals(5, lines.size());
        assertEquals("bind_transceiver 1 0", summary(lines.get(0)));
        assertEquals("data_sm 4294967295 3", summary(lines.get(1)));
        assertEquals("deliver_sm_resp 3 -", summary(lines.get(2)));
        assertEquals("submit_sm 4 2", summary(lines.get(3)));
        assertEquals("unbind 5 0", summary(lines.get(4)));
        assertFalse(json(lines.get(3)).has("text"));
    }

    private static String summary(String line) throws IOException {
        JsonNode json = json(line);
        String status = json.has("status") ? json.get("status").asText() : "-";
        return json.get("command").asText() + " " + json.get("seq").asText() + " " + status;
    }

    @Test
    void laterSimulatorShouldAppend() throws IOException {
        for (int run = 1; run <= 2; run++) {
            try (Simulator simulator = new Simulator(options).start();
                    WireClient client = WireClient.bound(simulator.port())) {
                assertEquals(0, client.ask(WirePdu.submitSm(2, "x")).commandStatus());
            }
            assertEquals(2 * run, lines().size());
        }
    }

    @Test
    void consoleLineShouldBeOneLineForPeople() throws IOException, MalformedPdu {
        Pdu pdu = Pdu.received(WirePdu.submitSm(2, "Hello\n\"World\"").bytes());
        Response response = Response.submitSm(pdu, SubmitAnswer.ok(), MessageIdFormat.SAME);
        String line = ConsoleJournal.line(new Exchange(0, "esme", pdu, SubmitSm.parse(pdu), response, null));

        assertEquals(
                "submit_sm  seq=2 from=44777888 (ton 1 npi 1) to=06203105366 (ton 0 npi 1) dcs=0x00"
                        + " \"Hello\\n\\\"World\\\"\" -> 0x00 id=" + response.messageId(),
                line);
    }

    @Test
    void consoleLineShouldShowOctetsAndTheirHeaderInHexadecimal() throws MalformedPdu {
        Pdu pdu = Pdu.received(WirePdu.submitSm(2, 0x40, 4, HexFormat.of().parseHex("0605040b8423f0" + "ea0601ae"))
                .bytes());
        String line = ConsoleJournal.line(new Exchange(0, "esme", pdu, SubmitSm.parse(pdu), null, null));
        assertTrue(line.endsWith(" dcs=0x04 udh=0605040b8423f0 \"ea0601ae\""), line);
    }

    @Test
    void controlCharactersShouldNotReachTheTerminal() {
        assertEquals("a\\u001b[2J\\u202eb\\t\\\\", ConsoleJournal.escape("a\u001b[2J\u202eb\t\\"));
    }
}
