package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;

/** The programs of a case that are bound over SMPP, a thread each. */
final class SmppLoad implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final List<SmppProgram> programs = new ArrayList<>();
    private final List<Future<?>> runs = new ArrayList<>();
    private final boolean receipts;
    private final ExecutorService threads;
    private volatile int expected = Integer.MAX_VALUE;
    private long begun;

    /** @param receipts whether they ask for them */
    SmppLoad(Case item, int port, boolean receipts) throws IOException {
        this.receipts = receipts;
        threads = Executors.newFixedThreadPool(item.connections());
        for (int i = 0; i < item.connections(); i++) {
            programs.add(new SmppProgram(item, port, receipts));
        }
    }

    /** The clock stops with the last submit_sm_resp; the programs read their receipts meanwhile and then. */
    BenchLoad run(int seconds, int limit) {
        begun = Clock.micros();
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        programs.forEach(program -> runs.add(threads.submit(() -> {
            try {
                program.run(deadline, limit / programs.size());
            } finally {
                program.fail();
            }
            program.readReceipts(this::hasAllReceipts);
            return null;
        })));
        List<BenchLoad> loads = programs.stream().map(this::accepted).toList();
        expected = receipts ? programs.stream().mapToInt(SmppProgram::accepted).sum() : 0;
        return new BenchLoad(
                loads.stream().mapToInt(BenchLoad::accepted).sum(),
                loads.stream().mapToInt(BenchLoad::errors).sum(),
                begun,
                loads.stream().mapToLong(BenchLoad::ended).max().orElseThrow(),
                loads.stream().flatMapToLong(load -> LongStream.of(load.sortedNanos())).sorted().toArray());
    }

    private boolean hasAllReceipts() {
        return programs.stream().mapToInt(SmppProgram::receipts).sum() >= expected;
    }

    private BenchLoad accepted(SmppProgram program) {
        try {
            return program.awaitAccepted(begun);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return receipts that came back to the programs, a second, once all are there */
    double receiptsPerSecond() {
        for (Future<?> run : runs) {
            try {
                run.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new IllegalStateException("An SMPP program failed", e);
            }
        }
        long count = programs.stream().mapToLong(SmppProgram::receipts).sum();
        long last = programs.stream().mapToLong(SmppProgram::lastReceipt).max().orElse(0);
        return count == 0 ? Double.NaN : count * 1e6 / (last - begun);
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (SmppProgram program : programs) {
            program.close();
        }
    }
}
