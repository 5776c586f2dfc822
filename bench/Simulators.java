package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The simulated SMSCs of several providers, a process each. */
record Simulators(List<BenchSimulator> each) implements AutoCloseable {
    static Simulators start(int count, BenchLatency latency) throws IOException {
        Simulators started = new Simulators(new ArrayList<>());
        try {
            for (int i = 1; i <= count; i++) {
                started.each.add(BenchSimulator.start(i == 1 ? "simulator" : "simulator" + i, latency));
            }
            return started;
        } catch (IOException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    List<Integer> ports() {
        return each.stream().map(BenchSimulator::port).toList();
    }

    List<Statistics> statistics() {
        return each.stream().map(BenchSimulator::statistics).toList();
    }

    double cpuMillis() {
        return each.stream().mapToDouble(BenchSimulator::cpuMillis).sum();
    }

    @Override
    public void close() {
        each.forEach(BenchSimulator::close);
    }
}
