package bench;

import java.io.IOException;
import java.util.List;

/** A gateway and its SMSC, warmed up; the queue is empty before each run. */
record Testbed(
        BenchOptions options,
        BenchExtension extension,
        BenchSmsc smsc,
        BenchGateway gateway,
        BenchReceiver receiver)
        implements AutoCloseable {
    private static final int WARMUP_LEFT_IN_QUEUE = 20_000;

    static Testbed start(BenchOptions options, BenchExtension extension, BenchLatency latency) throws IOException {
        BenchSmsc smsc = options.has("--accept-only")
                ? new BenchSmsc.Absent(Place.freePort())
                : BenchSimulator.start("simulator", latency);
        try {
            BenchReceiver receiver = options.has("--callbacks") ? BenchReceiver.start() : null;
            extension.install();
            BenchGateway gateway = BenchGateway.start(
                    List.of(smsc.port()), options.number("--window"), options.receipts(), BenchBroker.of(options.apis()));
            return new Testbed(options, extension, smsc, gateway, receiver);
        } catch (IOException | RuntimeException e) {
            smsc.close();
            BenchExtension.remove();
            throw e;
        }
    }

    /** A cold JVM is several times slower: all ways of posting run before anything is counted. */
    void warmUp(List<Case> cases) throws IOException {
        BenchLatency latency = cases.get(0).latency();
        List<BenchApi> apis = cases.stream().map(Case::api).distinct().toList();
        int parts = 2 * apis.size();
        for (BenchApi api : apis) {
            warmUp(new Case(api, 100, 8, 1, latency), parts);
            warmUp(new Case(api, 1, 8, 1, latency), parts);
        }
    }

    private void warmUp(Case item, int parts) throws IOException {
        int most = options.has("--accept-only") ? WARMUP_LEFT_IN_QUEUE / parts : options.limit(item);
        run(item, (options.number("--warmup") + parts - 1) / parts, most);
    }

    Figures measure(Case item) throws IOException {
        return run(item, options.number("--seconds"), options.limit(item));
    }

    private Figures run(Case item, int seconds, int limit) throws IOException {
        try {
            return load(item, seconds, limit);
        } catch (IllegalStateException | IOException e) {
            // what the client sees of a dead gateway does not say that it is dead
            gateway.process().checkOutlives(5);
            throw new IllegalStateException(item + ": " + e.getMessage() + "; the logs are in " + Place.FOLDER, e);
        }
    }

    private Figures load(Case item, int seconds, int limit) throws IOException {
        long calls = receiver == null ? 0 : receiver.calls();
        Cpu before = cpu();
        BenchSmsc.Arrivals arrivals = smsc.arrivals();
        if (item.api() == BenchApi.SMPP) {
            try (SmppLoad programs = new SmppLoad(
                    item, gateway.broker().smppPort(), options.receipts().equals("final"))) {
                Figures figures = figures(programs.run(seconds, limit), 1, arrivals, calls, before);
                figures.values().put(Column.RECEIPTED, programs.receiptsPerSecond());
                return figures;
            }
        }
        return figures(post(item, seconds, limit), item.parts(), arrivals, calls, before);
    }

    private Figures figures(BenchLoad load, int parts, BenchSmsc.Arrivals arrivals, long calls, Cpu before)
            throws IOException {
        BenchSmsc.Sent sent = arrivals.await(load.accepted() * parts);
        long called = receiver == null ? 0 : receiver.await(calls + 2L * load.accepted());
        long known = gateway.awaitStore();
        Figures figures =
                Figures.of(load, sent, called, known, cpu().since(before), gateway.process().peakMegabytes());
        figures.values().put(Column.WAITING, extension.waiting(gateway));
        return figures;
    }

    private BenchLoad post(Case item, int seconds, int limit) throws IOException {
        boolean ids = options.has("--ids");
        return item.api().isQueue()
                ? new SubmitLoad(item, ids, gateway.broker()).run(seconds, limit)
                : LoadClient.run(item, Requests.of(item, ids, limit), gateway.port(), seconds, limit);
    }

    private Cpu cpu() {
        return new Cpu(gateway.process().cpuMillis(), smsc.cpuMillis(), Cpu.of(ProcessHandle.current()));
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        smsc.close();
        BenchExtension.remove();
        if (receiver != null) {
            receiver.close();
        }
    }
}
