package bench;

import java.util.List;
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
    static final List<String> TITLES = List.of("SMSC ms", "window", "providers", "parts", "waiting");

    private static final Drain MIX = of("80%10+15%100+5%1000", 100, 1, 1);
    private static final Drain FOUR_BINDS = of("50", 50, 4, 1);
    private static final int MOST_PER_SECOND = 15_000;

    /** Two short cases: one bind, and four. */
    static final List<Drain> QUICK = List.of(MIX, FOUR_BINDS);

    /** The cases to compare with window / latency, and some with a mix, providers and parts. */
    static final List<Drain> WINDOWS = List.of(
            of("10", 10, 1, 1), of("10", 50, 1, 1), of("10", 200, 1, 1),
            of("50", 10, 1, 1), of("50", 50, 1, 1), of("50", 200, 1, 1),
            MIX, FOUR_BINDS, of("10", 50, 1, 3));

    private static Drain of(String latency, int window, int providers, int parts) {
        return new Drain(new BenchLatency(latency), window, providers, parts, 0);
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

    /** Under the titles. */
    List<String> cells() {
        return Stream.of(latency, window, providers, parts, waiting).map(Object::toString).toList();
    }
}
