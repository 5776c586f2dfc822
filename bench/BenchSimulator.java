package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The simulated SMSC as a process of its own; its counts are read from its statistics file. */
record BenchSimulator(Child process, int port, Path file) implements BenchSmsc {
    /** JAVA_OPTS is meant for the gateway. */
    private static final Map<String, String> AS_SHIPPED = Map.of("JAVA_OPTS", "");

    /** @param name of its log and of its file */
    static BenchSimulator start(String name, BenchLatency latency) throws IOException {
        return start(name, latency, Place.freePort());
    }

    static BenchSimulator start(String name, BenchLatency latency, int port) throws IOException {
        Path statistics = Place.FOLDER.resolve(name + ".json");
        Files.deleteIfExists(statistics);
        Child process = Child.start(name, Place.FOLDER, AS_SHIPPED, command(port, latency, statistics));
        return new BenchSimulator(process.awaitReady(() -> Files.exists(statistics)), port, statistics);
    }

    private static List<String> command(int port, BenchLatency latency, Path statistics) {
        List<String> command = new ArrayList<>(Place.command("simulator", "--port", Integer.toString(port), "--quiet"));
        command.addAll(latency.option());
        command.addAll(List.of("--stats", statistics.toString()));
        return command;
    }

    Statistics statistics() {
        process.checkRunning();
        return Statistics.read(file);
    }

    @Override
    public Arrivals arrivals() {
        return new SimulatorArrivals(this);
    }

    @Override
    public double cpuMillis() {
        return process.cpuMillis();
    }

    @Override
    public void close() {
        process.close();
    }
}
