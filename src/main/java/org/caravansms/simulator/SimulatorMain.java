package org.caravansms.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The SMSC for tests, demos and benchmarks as a program. It listens until it is stopped with SIGTERM or
 * SIGINT; then it prints its counts as a sentence and, as the last line, its {@link Stats} as JSON. Exit
 * codes: 1 where it cannot start (the port is in use, a file cannot be written), 2 for a wrong option.
 *
 * @param out for its lines
 * @param err for what is wrong
 */
public record SimulatorMain(PrintStream out, PrintStream err) {
    private static final int OK = 0;
    private static final int CANNOT_START = 1;
    private static final int WRONG_OPTION = 2;

    /** Runs the simulator; {@code --help} lists the options. */
    public static void main(String[] args) {
        System.exit(new SimulatorMain(utf8(System.out), utf8(System.err)).run(List.of(args)));
    }

    // the encoding of the terminal may not have the characters of the messages
    static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    int run(List<String> args) {
        try {
            SimulatorOptions options = SimulatorArguments.parse(args);
            if (options.help) {
                out.println(SimulatorArguments.usage());
            } else {
                serve(options);
            }
            return OK;
        } catch (IllegalArgumentException e) {
            return fail(e, WRONG_OPTION);
        } catch (IOException | UncheckedIOException e) {
            return fail(e, CANNOT_START);
        }
    }

    private int fail(Exception e, int exitCode) {
        err.println("simulator: " + e.getMessage());
        return exitCode;
    }

    private void serve(SimulatorOptions options) throws IOException {
        Simulator simulator = new Simulator(options).start();
        Runnable writeStats = stats(options.statsFile, simulator);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(simulator, writeStats)));
        out.println(greeting(options, simulator.port()));
        awaitSignal();
    }

    private static Runnable stats(Path path, Simulator simulator) {
        if (path == null) {
            return () -> {};
        }
        StatsFile file = new StatsFile(path, simulator);
        // the first time here: a file that cannot be written is an error at the start
        file.write();
        Daemon.start("simulator-stats", file);
        return file::write;
    }

    private static String greeting(SimulatorOptions options, int port) {
        String who = options.systemId == null ? "any system id" : "system id " + options.systemId;
        String how = options.tls == null ? "" : " over TLS";
        return "SMSC simulator listens on %s:%d (SMPP 3.4%s, latency %s ms, accepts %s)"
                .formatted(options.host, port, how, options.latency, who);
    }

    private static void awaitSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(Simulator simulator, Runnable writeStats) {
        simulator.close();
        Stats stats = simulator.stats();
        out.println(stats.counts().sentence());
        sentence(stats.receipts(), "receipts");
        sentence(stats.inbound(), "inbound messages");
        out.println(stats.json());
        writeStats.run();
    }

    private void sentence(DeliveryCounts counts, String what) {
        if (!counts.isNothing()) {
            out.println(counts.sentence(what));
        }
    }
}
