package bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The figures of one run, or of several put together; a figure that was not measured is not a number. */
record Figures(Map<Column, Double> values) {
    /**
     * @param called when the last callback came, 0 where there are none
     * @param known when the store knew of all of it
     */
    static Figures of(BenchLoad load, BenchSmsc.Sent sent, long called, long known, Cpu cpu, double peakMegabytes) {
        Map<Column, Double> values = new EnumMap<>(Column.class);
        values.put(Column.ACCEPTED, perSecond(load.accepted(), load.begun(), load.ended()));
        values.put(Column.SENT, perSecond(sent.count(), load.begun(), sent.last()));
        values.put(
                Column.RECEIPTED,
                sent.receipts() == 0 ? Double.NaN : perSecond(sent.receipts(), load.begun(), sent.lastReceipt()));
        values.put(Column.CALLED, called == 0 ? Double.NaN : perSecond(2L * load.accepted(), load.begun(), called));
        long ended = sent.receipts() == 0 ? sent.last() : sent.lastReceipt();
        values.put(Column.BEHIND, sent.count() == 0 ? Double.NaN : (known - ended) / 1e6);
        values.put(Column.DRAIN, perSecond(sent.count(), sent.first(), sent.last()));
        values.put(Column.P50, load.requestMillis(0.50));
        values.put(Column.P99, load.requestMillis(0.99));
        values.put(Column.CPU, perThousand(cpu.gateway(), load));
        values.put(Column.CPU_SIMULATOR, perThousand(cpu.simulator(), load));
        values.put(Column.CPU_CLIENT, perThousand(cpu.client(), load));
        values.put(Column.PEAK, peakMegabytes);
        values.put(Column.MESSAGES, (double) load.accepted());
        values.put(Column.ERRORS, (double) load.errors() + sent.surplus());
        return new Figures(values);
    }

    /** @param surplus parts above those accepted */
    static Figures of(Drain drain, BenchLoad load, long surplus, DrainWatch watch) {
        Map<Column, Double> values = new EnumMap<>(Column.class);
        Column.ofDrain().forEach(column -> values.put(column, Double.NaN));
        values.put(Column.IDEAL, drain.ideal());
        values.put(Column.MESSAGES, (double) load.accepted());
        values.put(Column.ERRORS, (double) load.errors() + surplus);
        if (watch.hasMeasured()) {
            rates(values, drain, watch.begin(), watch.end());
            cpu(values, drain, watch.begin(), watch.end());
        }
        return new Figures(values);
    }

    private static void rates(Map<Column, Double> values, Drain drain, BenchProgress begin, BenchProgress end) {
        double parts = end.perSecond(begin);
        double[] each = end.eachPerSecond(begin);
        values.put(Column.PARTS, parts);
        values.put(Column.REACHED, parts / drain.ideal());
        values.put(Column.DRAIN, parts / drain.parts());
        values.put(Column.LEAST, DoubleStream.of(each).min().orElse(Double.NaN));
        values.put(Column.MOST, DoubleStream.of(each).max().orElse(Double.NaN));
        values.put(Column.SECONDS, end.seconds(begin));
    }

    private static void cpu(Map<Column, Double> values, Drain drain, BenchProgress begin, BenchProgress end) {
        double thousands = (end.arrived() - begin.arrived()) / 1e3 / drain.parts();
        Cpu cpu = end.cpu().since(begin.cpu());
        values.put(Column.CPU, cpu.gateway() / thousands);
        values.put(Column.CPU_SIMULATOR, cpu.simulator() / thousands);
        values.put(Column.BUSY, end.processors().busyPercent(begin.processors()));
    }

    static Figures of(List<Figures> runs) {
        Map<Column, Double> values = new EnumMap<>(Column.class);
        for (Column column : runs.get(0).values.keySet()) {
            values.put(
                    column,
                    column.of(
                            runs.stream().mapToDouble(run -> run.value(column)).toArray()));
        }
        return new Figures(values);
    }

    private static double perSecond(long count, long beginMicros, long endMicros) {
        return endMicros > beginMicros ? count * 1e6 / (endMicros - beginMicros) : Double.NaN;
    }

    private static double perThousand(double cpuMillis, BenchLoad load) {
        return load.accepted() > 0 ? cpuMillis * 1000 / load.accepted() : Double.NaN;
    }

    double value(Column column) {
        return values.get(column);
    }

    String json() {
        return values.keySet().stream()
                .map(column -> column.field(value(column)))
                .collect(Collectors.joining(","));
    }
}
