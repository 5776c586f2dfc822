package bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The simulated SMSC as a process of its own. */
record BenchSimulator(BenchProcess process, int port, Path file) implements AutoCloseable {
    /** JAVA_OPTS is meant for the gateway. */
    private static final Map<String, String> AS_SHIPPED = Map.of("JAVA_OPTS", "");

    private static final int START_SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The counts since it started.
     *
     * @param accepted submit_sm answered with success
     * @param lastResponseMicros when the last was answered, in microseconds since the epoch
     * @param receipts those that were acknowledged
     * @param repeated receipts that were sent again
     */
    record Counts(long accepted, long lastResponseMicros, long receipts, long repeated) {}

    /** @param name of its log and of its file */
    static BenchSimulator start(String name, BenchLatency latency, int port) throws IOException {
        Path file = BenchProcess.FOLDER.resolve(name + ".json");
        Files.deleteIfExists(file);
        BenchProcess process = BenchProcess.start(
                name, AS_SHIPPED, "simulator", "--port", Integer.toString(port), "--quiet",
                "--latency", latency.option(), "--stats", file.toString());
        return new BenchSimulator(process.await(START_SECONDS, () -> Files.exists(file)), port, file);
    }

    /** Rewritten by the simulator every 20 ms. */
    Counts counts() {
        process.checkRunning();
        try {
            JsonNode all = JSON.readTree(file.toFile());
            return new Counts(
                    all.path("accepted").asLong(),
                    all.path("lastResponseEpochMicros").asLong(),
                    all.at("/receipts/acknowledged").asLong(),
                    all.at("/receipts/repeated").asLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
