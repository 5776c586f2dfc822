package bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How far a backlog is, at one moment.
 *
 * @param statistics of each SMSC
 * @param cpu used so far
 * @param processors of the machine
 */
record BenchProgress(List<Statistics> statistics, Cpu cpu, Processors processors) {
    long arrived() {
        return statistics.stream().mapToLong(Statistics::accepted).sum();
    }

    /** Microseconds since the epoch. */
    long time() {
        return statistics.stream()
                .mapToLong(Statistics::lastResponseMicros)
                .max()
                .orElse(0);
    }

    double seconds(BenchProgress earlier) {
        return (time() - earlier.time()) / 1e6;
    }

    double perSecond(BenchProgress earlier) {
        return (arrived() - earlier.arrived()) / seconds(earlier);
    }

    /** The rate of each SMSC. */
    double[] eachPerSecond(BenchProgress earlier) {
        return IntStream.range(0, statistics.size())
                .mapToDouble(i ->
                        statistics.get(i).accepted() - earlier.statistics.get(i).accepted())
                .map(count -> count / seconds(earlier))
                .toArray();
    }
}
