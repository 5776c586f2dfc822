package bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The cases that the options ask for: each API with all numbers of messages and connections, at each latency. */
record Matrix(BenchOptions options) {
    private static final Case QUICK_JSON = new Case(BenchApi.SENDMSG, 100, 8, BenchLatency.NONE, BenchExtension.NONE);
    private static final Case QUICK_LARGE = new Case(BenchApi.FORM, 20_000, 1, BenchLatency.NONE, BenchExtension.NONE);
    private static final int QUICK_LARGE_LIMIT = 40_000;

    /**
     * The cases that share a gateway, in the order of their runs. Rounds, not the same case again and again: a
     * disturbance of some seconds then costs each case one run at most. Where extensions are compared, each run gets a
     * gateway of its own.
     */
    List<List<Case>> groups() {
        List<List<Case>> groups = new ArrayList<>();
        for (BenchLatency latency : options.latencies) {
            List<Case> rounds = new ArrayList<>();
            for (int i = 0; i < options.repeat; i++) {
                rounds.addAll(cases(latency));
            }
            groups.addAll(options.extensions.size() > 1 ? rounds.stream().map(List::of).toList() : List.of(rounds));
        }
        return groups;
    }

    private List<Case> cases(BenchLatency latency) {
        List<Case> cases = new ArrayList<>();
        for (BenchApi api : options.apis) {
            for (int messages : options.messages) {
                options.connections.forEach(
                        busy -> cases.add(new Case(api, messages, busy, latency, BenchExtension.NONE)));
            }
        }
        if (options.quick) {
            Stream.of(QUICK_JSON, QUICK_LARGE).filter(item -> item.latency().equals(latency)).forEach(cases::add);
        }
        return cases.stream().distinct().flatMap(item -> options.extensions.stream().map(item::with)).toList();
    }

    /** Where acceptance outruns the SMSC, the queue would grow for seconds and take minutes to drain. */
    int limit(Case item) {
        boolean isLarge = options.quick && item.with(BenchExtension.NONE).equals(QUICK_LARGE);
        int usual = isLarge ? QUICK_LARGE_LIMIT : Integer.MAX_VALUE;
        if (!item.latency().isNone()) {
            usual = (int) (6_000 / item.latency().meanMillis() * options.window);
        }
        return Math.max(usual, item.messages() * item.connections());
    }
}
