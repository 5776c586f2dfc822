package bench;

import bench.BenchSimulator.Counts;
import bench.LoadClient.Load;
import java.io.IOException;
import java.util.List;

/** A gateway and its SMSC for the cases of the matrix; the queue is empty before each run. */
record Testbed(BenchOptions options, BenchSimulator smsc, BenchGateway gateway, BenchReceiver receiver)
        implements AutoCloseable {
    private static final int REWRITTEN_MILLIS = 20;

    static Testbed start(BenchOptions options, Case first) throws IOException {
        BenchSimulator smsc = BenchSimulator.start("simulator", first.latency(), BenchProcess.freePort());
        try {
            first.extension().install();
            BenchGateway gateway = BenchGateway.start(List.of(smsc.port()), options.window, "final");
            return new Testbed(options, smsc, gateway, BenchReceiver.start());
        } catch (IOException | RuntimeException e) {
            smsc.close();
            BenchExtension.remove();
            throw e;
        }
    }

    /** A cold JVM is several times slower: all ways of posting run before anything is counted. */
    void warmUp(List<Case> cases) throws IOException {
        List<BenchApi> apis = cases.stream().map(Case::api).distinct().toList();
        int runs = 2 * apis.size();
        int seconds = (options.warmup + runs - 1) / runs;
        for (BenchApi api : apis) {
            for (int messages : List.of(100, 1)) {
                run(new Case(api, messages, 8, cases.get(0).latency(), BenchExtension.NONE), seconds);
            }
        }
    }

    Figures measure(Case item) throws IOException {
        return run(item, options.seconds);
    }

    private Figures run(Case item, int seconds) throws IOException {
        try {
            int limit = new Matrix(options).limit(item);
            String reportUrl = options.callbacks ? receiver.url() : "";
            Requests requests = Requests.of(item.api(), item.messages(), 1, reportUrl, limit);
            return run(requests, item.connections(), seconds, limit);
        } catch (IllegalStateException | IOException e) {
            throw gateway.process().failure(item, e);
        }
    }

    private Figures run(Requests requests, int connections, int seconds, int limit) throws IOException {
        Counts before = smsc.counts();
        long calls = receiver.calls().get();
        double cpu = gateway.process().cpuMillis();
        double clientCpu = BenchProcess.cpuMillis(ProcessHandle.current());
        Load load = LoadClient.run(requests, connections, gateway, seconds, limit);
        Figures figures = new Figures()
                .withPerSecond(Column.ACCEPTED, load.accepted(), load.begun(), load.ended())
                .withPerThousand(
                        Column.CLIENT_CPU,
                        BenchProcess.cpuMillis(ProcessHandle.current()) - clientCpu,
                        load.accepted());
        long receipted = awaitArrivals(figures, load, before);
        if (options.callbacks) {
            long due = calls + 2L * load.accepted();
            long called = Clock.awaitAll(due, receiver.calls()::get, 5, "callbacks");
            figures.withPerSecond(Column.CALLS, 2L * load.accepted(), load.begun(), called);
        }
        return figures.with(Column.BEHIND, (gateway.awaitStore() - receipted) / 1e6)
                .withPerThousand(Column.CPU, gateway.process().cpuMillis() - cpu, load.accepted());
    }

    /** @return when the last receipt was acknowledged */
    private long awaitArrivals(Figures figures, Load load, Counts before) {
        long due = before.accepted() + load.accepted();
        Clock.awaitAll(due, () -> smsc.counts().accepted(), REWRITTEN_MILLIS, "messages at the SMSC");
        long receiptsDue = before.receipts() + load.accepted();
        long receipted = Clock.awaitAll(
                receiptsDue, () -> smsc.counts().receipts(), REWRITTEN_MILLIS, "receipts acknowledged by the gateway");
        // two more rewrites of the file: one message too many would be in it
        Clock.pause(3 * REWRITTEN_MILLIS);
        Counts after = smsc.counts();
        figures.withPerSecond(Column.SENT, load.accepted(), load.begun(), after.lastResponseMicros())
                .withPerSecond(Column.RECEIPTS, load.accepted(), load.begun(), receipted)
                .with(Column.MESSAGES, load.accepted())
                .with(Column.ERRORS, load.errors() + after.accepted() - due + after.repeated() - before.repeated());
        return receipted;
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        smsc.close();
        receiver.close();
        BenchExtension.remove();
    }
}
