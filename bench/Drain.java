package bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One case of how fast a backlog leaves.
 *
 * @param latency of each SMSC
 * @param window submit_sm under way at a time at each of them
 * @param providers SMSCs that drain the queue together, each with its own session
 * @param parts submit_sm for each message
 * @param waiting messages that wait when the SMSCs come; 0: the SMSCs are there while messages are posted
 */
record Drain(BenchLatency latency, int window, int providers, int parts, int waiting) {
    private static final BenchLatency MIX = new BenchLatency("80%10+15%100+5%1000");
    private static final int MOST_PER_SECOND = 15_000;

    /** Two short cases: one bind, and four. */
    static Stream<Drain> quick() {
        return Stream.of(new Drain(MIX, 100, 1, 1, 0), of(50, 50, 4, 1));
    }

    /** The cases to compare with window / latency, and some with a mix, providers and parts. */
    static Stream<Drain> windows() {
        Stream<Drain> plain =
                Stream.of(10, 50).flatMap(millis -> Stream.of(10, 50, 200).map(window -> of(millis, window, 1, 1)));
        return Stream.concat(
                plain,
                Stream.of(
                        new Drain(MIX, 100, 1, 1, 0),
                        of(50, 50, 4, 1),
                        of(10, 50, 1, 3)));
    }

    /** All that is asked for, combined. */
    static Stream<Drain> product(BenchOptions options) {
        return options.latencies().stream().flatMap(latency -> options.numbers("--window").stream()
                .flatMap(window -> options.numbers("--providers").stream()
                        .flatMap(providers -> options.numbers("--parts").stream()
                                .flatMap(parts -> options.numbers("--waiting").stream()
                                        .map(waiting -> new Drain(latency, window, providers, parts, waiting))))));
    }

    private static Drain of(int millis, int window, int providers, int parts) {
        return new Drain(new BenchLatency(Integer.toString(millis)), window, providers, parts, 0);
    }

    /** Parts a second, were the window always full; not a number where the SMSC answers at once. */
    double ideal() {
        return latency.isNone() ? Double.NaN : underWay() * 1000 / latency.meanMillis();
    }

    int underWay() {
        return window * providers;
    }

    /** Messages that leave in so many seconds after the first that do not count, or would on a larger machine. */
    int messages(int seconds) {
        double perSecond = latency.isNone() ? MOST_PER_SECOND : Math.min(ideal(), MOST_PER_SECOND);
        return (int) ((seconds + 2 * latency.slowestMillis() / 1e3) * perSecond / parts);
    }

    /** How a backlog of it is posted. */
    Case posting() {
        return new Case(BenchApi.FORM, 100, 8, parts, latency);
    }

    List<String> cells() {
        return Stream.of(latency, window, providers, parts, waiting)
                .map(Object::toString)
                .toList();
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "\"smscLatency\":\"%s\",\"smscLatencyMillis\":%.1f,\"window\":%d,\"providers\":%d,\"parts\":%d,"
                        + "\"waiting\":%d",
                latency,
                latency.meanMillis(),
                window,
                providers,
                parts,
                waiting);
    }

    @Override
    public String toString() {
        return "SMSC " + latency + " ms, window " + window + ", " + providers + " providers, " + parts + " parts"
                + (waiting > 0 ? ", " + waiting + " waiting" : "");
    }
}
