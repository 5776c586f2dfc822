package bench;

import org.caravansms.simulator.Latency;
import org.caravansms.simulator.Latency.Share;

/**
 * How long the SMSC takes to answer: a number of milliseconds, or a mix such as {@code 80%10+15%100+5%1000}.
 *
 * @param text as it was given; the simulator has commas where a list of latencies needs them for itself
 */
record BenchLatency(String text) {
    static final BenchLatency NONE = new BenchLatency("0");

    BenchLatency {
        Latency.parse(option(text));
    }

    String option() {
        return option(text);
    }

    private static String option(String text) {
        return text.replace('+', ',');
    }

    double meanMillis() {
        return Latency.parse(option()).shares().stream()
                .mapToDouble(share -> share.percent() * share.millis() / 100)
                .sum();
    }

    long slowestMillis() {
        return Latency.parse(option()).shares().stream().mapToLong(Share::millis).max().orElse(0);
    }

    boolean isNone() {
        return slowestMillis() == 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
