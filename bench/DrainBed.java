package bench;

import bench.LoadClient.Load;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A gateway with the SMSCs of a drain, a process each; the queue is empty before each run. */
record DrainBed(BenchOptions options, Drain drain, List<BenchSimulator> smscs, BenchGateway gateway)
        implements AutoCloseable {
    private static final int MESSAGES = 100;
    private static final int CONNECTIONS = 8;
    private static final int REWRITTEN_MILLIS = 20;

    static DrainBed start(BenchOptions options, Drain drain) throws IOException {
        List<BenchSimulator> smscs = new ArrayList<>();
        try {
            for (int i = 1; i <= drain.providers(); i++) {
                String name = "simulator" + (i == 1 ? "" : i);
                smscs.add(BenchSimulator.start(name, drain.latency(), BenchProcess.freePort()));
            }
            List<Integer> ports = smscs.stream().map(BenchSimulator::port).toList();
            return new DrainBed(options, drain, smscs, BenchGateway.start(ports, drain.window(), "none"));
        } catch (IOException | RuntimeException e) {
            smscs.forEach(BenchSimulator::close);
            throw e;
        }
    }

    /** Half of what could leave in that time: a slow machine should not take minutes for it. */
    void warmUp() throws IOException {
        DrainWatch watch = new DrainWatch(drain, progress(), Clock.micros());
        awaitAll(post(drain.messages(options.warmup) / 2), watch);
    }

    Figures measure() throws IOException {
        try {
            return drain.waiting() > 0 ? measureWaiting() : measurePosted();
        } catch (IllegalStateException | IOException e) {
            throw gateway.process().failure(drain, e);
        }
    }

    private Figures measurePosted() throws IOException {
        DrainWatch.Progress before = progress();
        Load load = post(drain.messages(options.seconds));
        return figures(load, new DrainWatch(drain, before, load.ended()));
    }

    private Figures measureWaiting() throws IOException {
        smscs.forEach(BenchSimulator::close);
        Load load = post(drain.waiting());
        for (int i = 0; i < smscs.size(); i++) {
            BenchSimulator old = smscs.get(i);
            smscs.set(i, BenchSimulator.start(old.process().name(), drain.latency(), old.port()));
        }
        return figures(load, new DrainWatch(drain, progress(), Clock.micros()));
    }

    private Load post(int messages) throws IOException {
        int limit = Math.max(messages, MESSAGES * CONNECTIONS);
        Requests requests = Requests.of(BenchApi.FORM, MESSAGES, drain.parts(), "", limit);
        return LoadClient.run(requests, CONNECTIONS, gateway, Integer.MAX_VALUE, limit);
    }

    private Figures figures(Load load, DrainWatch watch) {
        long surplus = awaitAll(load, watch);
        return watch.figures().with(Column.MESSAGES, load.accepted()).with(Column.ERRORS, load.errors() + surplus);
    }

    /** @return parts above those expected */
    private long awaitAll(Load load, DrainWatch watch) {
        long expected = (long) load.accepted() * drain.parts();
        Clock.awaitAll(expected, () -> watch.see(progress(), expected), REWRITTEN_MILLIS, "parts at the SMSCs");
        // two more rewrites of the files: one part too many would be in them
        Clock.pause(3 * REWRITTEN_MILLIS);
        return watch.see(progress(), expected) - expected;
    }

    private DrainWatch.Progress progress() {
        List<BenchSimulator.Counts> counts = smscs.stream().map(BenchSimulator::counts).toList();
        return new DrainWatch.Progress(
                counts.stream().mapToLong(BenchSimulator.Counts::accepted).sum(),
                counts.stream().mapToLong(BenchSimulator.Counts::lastResponseMicros).max().orElse(0),
                gateway.process().cpuMillis());
    }

    @Override
    public void close() {
        gateway.close();
        smscs.forEach(BenchSimulator::close);
    }
}
