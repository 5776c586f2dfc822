package org.caravansms.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A simulator with the faults of a command line, and the log it writes. */
record FaultySmsc(Simulator simulator, Path log) implements AutoCloseable {
    static FaultySmsc start(String... args) throws IOException {
        Path log = Files.createTempFile("smsc", ".jsonl");
        List<String> line = new ArrayList<>(List.of("--port", "0", "--quiet", "--log", log.toString()));
        line.addAll(List.of(args));
        return new FaultySmsc(new Simulator(SimulatorArguments.parse(line)).start(), log);
    }

    int port() {
        return simulator.port();
    }

    Counts counts() {
        return simulator.counts();
    }

    WireClient bound() throws IOException {
        return WireClient.bound(port());
    }

    /** The statuses of so many submit_sm, all sent at once, in the order of their answers. */
    static List<Integer> statuses(WireClient client, int count) throws IOException {
        client.send(submits(count));
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            statuses.add(client.receive().commandStatus());
        }
        return statuses;
    }

    /** So many submit_sm, with sequence_number 1 and on. */
    static byte[] submits(int count) {
        ByteArrayOutputStream burst = new ByteArrayOutputStream();
        for (int i = 1; i <= count; i++) {
            burst.writeBytes(WirePdu.submitSm(i, "text " + i).bytes());
        }
        return burst.toByteArray();
    }

    /** Sequence number, status and fate of each submit_sm as the log has it. */
    List<String> loggedSubmits() throws IOException {
        return logged("submit_sm");
    }

    /** The same of each PDU of a kind. */
    List<String> logged(String command) throws IOException {
        List<String> logged = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            JsonNode pdu = new ObjectMapper().readTree(line);
            if (pdu.get("command").asText().equals(command)) {
                logged.add(summary(pdu));
            }
        }
        return logged;
    }

    private static String summary(JsonNode pdu) {
        String lost = pdu.path("lost").asBoolean() ? " lost" : "";
        return pdu.get("seq").asInt() + " " + pdu.get("status").asInt() + lost;
    }

    @Override
    public void close() throws IOException {
        simulator.close();
        Files.delete(log);
    }
}
