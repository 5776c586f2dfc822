package org.caravansms.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The simulator's journal: a JSON line a PDU. */
record SmscJournal(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The submits that were answered with success. */
    List<Arrived> read() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(SmscJournal::pdu)
                    .filter(SmscJournal::isAcceptedSubmit)
                    .map(pdu -> new Arrived(
                            pdu.path("dest").asText(), pdu.path("text").asText()))
                    .toList();
        }
    }

    private InputStream open() throws IOException {
        return Files.exists(file) ? Files.newInputStream(file) : InputStream.nullInputStream();
    }

    /** The last line may still be half written: it does not count yet, and in the end it would show as a loss. */
    private static JsonNode pdu(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static boolean isAcceptedSubmit(JsonNode pdu) {
        return pdu.path("command").asText().equals("submit_sm")
                && pdu.path("status").asInt(-1) == 0;
    }
}
