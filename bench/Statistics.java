package bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The counts of the simulator since it started; refused are the receipts that it had to repeat. */
record Statistics(long submits, long accepted, long lastResponseMicros, long receipts, long refused) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Statistics read(Path file) {
        try {
            JsonNode all = JSON.readTree(file.toFile());
            JsonNode receipts = all.path("receipts");
            return new Statistics(
                    all.path("submits").asLong(),
                    all.path("accepted").asLong(),
                    all.path("lastResponseEpochMicros").asLong(),
                    receipts.path("acknowledged").asLong(),
                    receipts.path("repeated").asLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
