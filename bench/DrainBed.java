package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A gateway with the SMSCs of a drain, a process each, warmed up; the queue is empty before each run. */
record DrainBed(BenchOptions options, Drain drain, List<BenchSimulator> smscs, BenchGateway gateway)
        implements AutoCloseable {
    static DrainBed start(BenchOptions options, Drain drain) throws IOException {
        List<BenchSimulator> smscs = new ArrayList<>();
        try {
            for (int i = 1; i <= drain.providers(); i++) {
                smscs.add(BenchSimulator.start(name(i), drain.latency()));
            }
            List<Integer> ports = smscs.stream().map(BenchSimulator::port).toList();
            return new DrainBed(options, drain, smscs, BenchGateway.start(ports, drain.window(), "none"));
        } catch (IOException | RuntimeException e) {
            smscs.forEach(BenchSimulator::close);
            throw e;
        }
    }

    private static String name(int smsc) {
        return smsc == 1 ? "simulator" : "simulator" + smsc;
    }

    /** Half of what could leave in that time: a slow machine should not take minutes for it. */
    void warmUp() throws IOException {
        int messages = drain.messages(options.number("--warmup")) / 2;
        DrainWatch watch = new DrainWatch(drain, this::progress);
        watch.await(partsOf(post(messages)), Clock.micros());
    }

    Figures measure() throws IOException {
        try {
            BenchLoad before = drain.waiting() > 0 ? postWithoutSmscs() : null;
            DrainWatch watch = new DrainWatch(drain, this::progress);
            BenchLoad load = before == null ? post(drain.messages(options.number("--seconds"))) : before;
            long surplus = watch.await(partsOf(load), before == null ? load.ended() : Clock.micros());
            if (!watch.hasMeasured()) {
                System.err.println(
                        drain + ": the backlog was gone before it could be measured, give it more --seconds");
            }
            return Figures.of(drain, load, surplus, watch);
        } catch (IllegalStateException e) {
            gateway.process().checkOutlives(5);
            throw new IllegalStateException(drain + ": " + e.getMessage() + "; the logs are in " + Place.FOLDER, e);
        }
    }

    private BenchLoad postWithoutSmscs() throws IOException {
        smscs.forEach(BenchSimulator::close);
        BenchLoad load = post(drain.waiting());
        for (int i = 0; i < smscs.size(); i++) {
            smscs.set(
                    i,
                    BenchSimulator.start(
                            name(i + 1), drain.latency(), smscs.get(i).port()));
        }
        return load;
    }

    private BenchLoad post(int messages) throws IOException {
        Case posting = drain.posting();
        int limit = Math.max(messages, posting.messages() * posting.connections());
        return LoadClient.run(posting, Requests.of(posting, false, limit), gateway.port(), Integer.MAX_VALUE, limit);
    }

    private long partsOf(BenchLoad load) {
        return (long) load.accepted() * drain.parts();
    }

    private BenchProgress progress() {
        double smscMillis = smscs.stream().mapToDouble(BenchSimulator::cpuMillis).sum();
        Cpu cpu = new Cpu(gateway.process().cpuMillis(), smscMillis, Double.NaN);
        return new BenchProgress(smscs.stream().map(BenchSimulator::statistics).toList(), cpu, Processors.now());
    }

    @Override
    public void close() {
        gateway.close();
        smscs.forEach(BenchSimulator::close);
    }
}
