package bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of one run, or of several put together; a figure that was not measured is not a number. */
record Figures(Map<Column, Double> values) {
    static Figures of(Load load, Smsc.Sent sent, Cpu cpu, double peakMegabytes) {
        Map<Column, Double> values = new EnumMap<>(Column.class);
        values.put(Column.ACCEPTED, perSecond(load.accepted(), load.begun(), load.ended()));
        values.put(Column.SENT, perSecond(sent.count(), load.begun(), sent.last()));
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

    static Figures of(List<Figures> runs) {
        Map<Column, Double> values = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
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

    private static double perThousand(double cpuMillis, Load load) {
        return load.accepted() > 0 ? cpuMillis * 1000 / load.accepted() : Double.NaN;
    }

    double value(Column column) {
        return values.get(column);
    }

    String json() {
        return Stream.of(Column.values())
                .map(column -> column.field(value(column)))
                .collect(Collectors.joining(","));
    }
}
