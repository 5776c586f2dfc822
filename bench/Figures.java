package bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The figures of one run, or the medians of several; a figure that was not measured is not a number. */
record Figures(Map<Column, Double> values) {
    Figures() {
        this(new EnumMap<>(Column.class));
    }

    Figures with(Column column, double value) {
        values.put(column, value);
        return this;
    }

    /** The same for each thousand of so many messages. */
    Figures withPerThousand(Column column, double total, double messages) {
        return with(column, messages > 0 ? total * 1000 / messages : Double.NaN);
    }

    Figures withPerSecond(Column column, long count, long beginMicros, long endMicros) {
        return with(column, endMicros > beginMicros ? count * 1e6 / (endMicros - beginMicros) : Double.NaN);
    }

    double value(Column column) {
        return values.get(column);
    }

    List<String> cells() {
        return values.keySet().stream().map(column -> column.cell(value(column))).toList();
    }

    /** So that one disturbed run does not count; but an error in any run shows. */
    static Figures median(List<Figures> runs) {
        Figures medians = new Figures();
        for (Column column : runs.get(0).values.keySet()) {
            double[] sorted = runs.stream().mapToDouble(run -> run.value(column)).sorted().toArray();
            double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
            medians.with(column, median);
        }
        return medians.with(Column.ERRORS, runs.stream().mapToDouble(run -> run.value(Column.ERRORS)).sum());
    }
}
