package bench;

import java.time.Duration;

/** CPU time in milliseconds, user and system, of the three processes; not a number for one that is not there. */
record Cpu(double gateway, double simulator, double client) {
    static double of(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e6;
    }

    Cpu since(Cpu earlier) {
        return new Cpu(gateway - earlier.gateway, simulator - earlier.simulator, client - earlier.client);
    }
}
