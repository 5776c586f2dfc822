package bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * How long the SMSC takes to answer: a number of milliseconds, or a mix such as {@code 80%10+15%100+5%1000}.
 *
 * @param text as it was given; the simulator has commas where a list of latencies needs them for itself
 */
record BenchLatency(String text) {
    static final BenchLatency NONE = new BenchLatency("0");

    BenchLatency {
        shares(text).forEach(Share::percent);
    }

    private static Stream<Share> shares(String text) {
        return Stream.of(text.split("\\+")).map(Share::parse);
    }

    double meanMillis() {
        return shares(text)
                .mapToDouble(share -> share.percent * share.millis / 100)
                .sum();
    }

    int slowestMillis() {
        return shares(text).mapToInt(Share::millis).max().orElse(0);
    }

    boolean isNone() {
        return slowestMillis() == 0;
    }

    List<String> option() {
        return List.of("--latency", text.replace('+', ','));
    }

    @Override
    public String toString() {
        return text;
    }

    private record Share(double percent, int millis) {
        static Share parse(String text) {
            String[] parts = text.split("%");
            try {
                int millis = Integer.parseInt(parts[parts.length - 1]);
                return new Share(parts.length == 1 ? 100 : Double.parseDouble(parts[0]), millis);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("--latency has the form 10 or 80%10+20%100, not " + text, e);
            }
        }
    }
}
