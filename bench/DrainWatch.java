package bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Watches a backlog until it is empty. It counts parts sent with all windows full: from when the load is over and each
 * slow answer has had its time, until about two windows are left.
 */
final class DrainWatch {
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Drain drain;
    private final Progress before;
    private final long from;
    private Progress begin;
    private Progress end;
    private double busy = Double.NaN;

    /**
     * How far the backlog is, at one moment.
     *
     * @param arrived parts at the SMSCs
     * @param micros when the last of them was answered, since the epoch
     * @param cpuMillis that the gateway has used
     */
    record Progress(long arrived, long micros, double cpuMillis) {}

    /** @param loadEnded when all of it was posted */
    DrainWatch(Drain drain, Progress before, long loadEnded) {
        this.drain = drain;
        this.before = before;
        this.from = loadEnded + 2_000 * drain.latency().slowestMillis();
    }

    /** @return parts that have arrived, of those expected */
    long see(Progress now, long expected) {
        long arrived = now.arrived - before.arrived;
        boolean isFull = expected - arrived >= 2L * drain.underWay();
        if (isFull && arrived > 0 && now.micros >= from) {
            begin(now);
            end = now;
        } else if (begin != null && Double.isNaN(busy)) {
            busy = 100 * MACHINE.getCpuLoad();
        }
        return arrived;
    }

    private void begin(Progress now) {
        if (begin == null) {
            begin = now;
            // the next call says how busy the processors were since this one
            MACHINE.getCpuLoad();
        }
    }

    /** Not numbers where the backlog did not outlast its posting, as it may on a busy machine. */
    Figures figures() {
        Figures figures = new Figures().with(Column.IDEAL, drain.ideal()).with(Column.BUSY, busy);
        if (begin == end) {
            System.err.println(drain + ": the backlog was gone before it could be measured, give it more --seconds");
            return figures.with(Column.PARTS, Double.NaN)
                    .with(Column.REACHED, Double.NaN)
                    .with(Column.CPU, Double.NaN);
        }
        long parts = end.arrived - begin.arrived;
        figures.withPerSecond(Column.PARTS, parts, begin.micros, end.micros)
                .withPerThousand(Column.CPU, end.cpuMillis - begin.cpuMillis, (double) parts / drain.parts());
        return figures.with(Column.REACHED, figures.value(Column.PARTS) / drain.ideal());
    }
}
