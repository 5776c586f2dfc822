package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The simulated SMSCs of several providers, a process each. */
record Simulators(List<Simulator> each) implements AutoCloseable {
    static Simulators start(int count, Latency latency) throws IOException {
        Simulators started = new Simulators(new ArrayList<>());
        try {
            for (int i = 1; i <= count; i++) {
                started.each.add(Simulator.start(i == 1 ? "simulator" : "simulator" + i, latency));
            }
            return started;
        } catch (IOException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    List<Integer> ports() {
        return each.stream().map(Simulator::port).toList();
    }

    List<Statistics> statistics() {
        return each.stream().map(Simulator::statistics).toList();
    }

    double cpuMillis() {
        return each.stream().mapToDouble(Simulator::cpuMillis).sum();
    }

    @Override
    public void close() {
        each.forEach(Simulator::close);
    }
}
