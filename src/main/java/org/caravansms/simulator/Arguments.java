package org.caravansms.simulator;

import java.nio.file.Path;

/** What the command line of the simulator says; the stats file is null where there is none. */
record Arguments(SimulatorOptions options, Path statsFile, TlsStores tls, boolean help) {
    static Arguments none() {
        return new Arguments(SimulatorOptions.defaults(), null, TlsStores.none(), false);
    }

    Arguments withOptions(SimulatorOptions options) {
        return new Arguments(options, statsFile, tls, help);
    }

    Arguments withStatsFile(Path statsFile) {
        return new Arguments(options, statsFile, tls, help);
    }

    Arguments withTls(TlsStores tls) {
        return new Arguments(options, statsFile, tls, help);
    }

    Arguments withHelp() {
        return new Arguments(options, statsFile, tls, true);
    }
}
