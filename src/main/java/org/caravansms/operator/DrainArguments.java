package org.caravansms.operator;

import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of {@code drain}. */
@Command(name = "drain")
public final class DrainArguments {

    /** Null: it waits until nothing is left. */
    @Option(
            names = "--deadline",
            paramLabel = "DURATION",
            converter = TimeSpan.class,
            description = "how long it waits at most: 30s, 10m, 2h")
    Duration deadline;

    @Option(names = "--stop", description = "ends a drain: new messages are accepted again")
    boolean stop;
}
