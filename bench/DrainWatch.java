package bench;

import java.util.function.Supplier;

/**
 * Watches a backlog until it is empty. It counts parts sent with all windows full: from when the load is over and each
 * slow answer has had its time, until about two windows are left.
 */
final class DrainWatch {
    private static final long STALLED_MICROS = 30_000_000;
    private static final int REWRITTEN_MILLIS = 20;

    private final Drain drain;
    private final Supplier<BenchProgress> progress;
    private final long before;
    private BenchProgress begin;
    private BenchProgress end;

    DrainWatch(Drain drain, Supplier<BenchProgress> progress) {
        this.drain = drain;
        this.progress = progress;
        this.before = progress.get().arrived();
    }

    /** @return submit_sm above those expected */
    long await(long expected, long loadEnded) {
        long from = loadEnded + 2_000L * drain.latency().slowestMillis();
        long arrived = 0;
        while (arrived < expected) {
            Clock.pause(REWRITTEN_MILLIS);
            BenchProgress now = progress.get();
            arrived = now.arrived() - before;
            checkProgress(expected, arrived, Math.max(now.time(), loadEnded));
            if (arrived > 0) {
                keep(now, from, expected - arrived);
            }
        }
        Clock.pause(3 * REWRITTEN_MILLIS);
        return progress.get().arrived() - before - expected;
    }

    private void keep(BenchProgress now, long from, long left) {
        if (now.time() >= from && left >= 2L * drain.underWay()) {
            begin = begin == null ? now : begin;
            end = now;
        }
    }

    private static void checkProgress(long expected, long arrived, long last) {
        if (arrived < expected && Clock.micros() - last > STALLED_MICROS) {
            throw new IllegalStateException("the SMSCs accepted " + arrived + " of " + expected + " parts: "
                    + (expected - arrived) + " missing, none came for " + STALLED_MICROS / 1_000_000 + " s");
        }
    }

    /** Whether the backlog outlasted its posting: on a busy machine it may not. */
    boolean hasMeasured() {
        return begin != end;
    }

    BenchProgress begin() {
        return begin;
    }

    BenchProgress end() {
        return end;
    }
}
