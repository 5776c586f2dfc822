package org.caravansms.simulator;

import java.nio.file.Path;

/** What the command line of the simulator says; the stats file is null where there is none. */
record Arguments(SimulatorOptions options, Path statsFile, boolean help) {
    static final String USAGE = """
            Usage: SimulatorMain [options]
            An SMSC for tests, demos and benchmarks: answers SMPP 3.4 on a port.

              --host H             address to listen on (127.0.0.1)
              --port P             port to listen on, 0 for any free one (2775)
              --latency-millis N   milliseconds between a request and its response (0)
              --system-id S        the only system_id that may bind (any)
              --password P         the password a bind must have (any)
              --log FILE           append one JSON line for each PDU to FILE
              --stats FILE         keep the current counts in FILE as one JSON line
              --quiet              print no line for each PDU
              --help               print this and stop""";

    static Arguments none() {
        return new Arguments(SimulatorOptions.defaults(), null, false);
    }

    Arguments withOptions(SimulatorOptions options) {
        return new Arguments(options, statsFile, help);
    }

    Arguments withStatsFile(Path statsFile) {
        return new Arguments(options, statsFile, help);
    }

    Arguments withHelp() {
        return new Arguments(options, statsFile, true);
    }
}
