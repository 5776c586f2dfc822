package org.caravansms.simulator;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where the simulator listens, who may bind, how fast it answers and what it writes. */
@Command(optionListHeading = "%n")
final class ServiceOptions {
    @Option(names = "--host", paramLabel = "H", description = "address to listen on (127.0.0.1)")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "P",
            converter = NumberRange.Port.class,
            description = "port to listen on, 0 for any free one (2775)")
    private int port = 2775;

    private Latency latency = Latency.ofMillis(0);

    @Option(names = "--system-id", paramLabel = "S", description = "the only system_id that may bind (any)")
    private String systemId;

    @Option(names = "--password", paramLabel = "P", description = "the password a bind must have (any)")
    private String password;

    @Option(names = "--log", paramLabel = "FILE", description = "append one JSON line for each PDU to FILE")
    private Path log;

    @Option(names = "--stats", paramLabel = "FILE", description = "keep the current counts in FILE as one JSON line")
    Path stats;

    @Option(names = "--quiet", description = "print no line for each PDU")
    private boolean quiet;

    @Option(names = "--help", usageHelp = true, description = "print this and stop")
    boolean help;

    @Option(
            names = "--latency-millis",
            paramLabel = "N",
            converter = NumberRange.FromZero.class,
            description = "milliseconds between a request and its response (0)")
    private void latencyMillis(int millis) {
        latency = Latency.ofMillis(millis);
    }

    @Option(
            names = "--latency",
            paramLabel = "MIX",
            description = "the same, or drawn for each response: 80%%10,15%%100,5%%1000")
    private void latency(Latency mix) {
        latency = mix;
    }

    SimulatorOptions options() {
        return SimulatorOptions.defaults()
                .withHost(host)
                .withPort(port)
                .withLatency(latency)
                .withSystemId(systemId)
                .withPassword(password)
                .withLogFile(log)
                .withQuiet(quiet);
    }
}
