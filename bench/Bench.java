package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs the matrix of cases against gateways that it starts itself, and prints what came out. */
public final class Bench {
    private final BenchOptions options;
    private final BenchReport report;

    private Bench(BenchOptions options) {
        this.options = options;
        this.report = new BenchReport(options);
    }

    /** Ends with 1 where a run had an error, with 2 where the options are wrong. */
    public static void main(String[] args) throws IOException {
        try {
            BenchOptions options = BenchOptions.parse(args);
            System.exit(options.has("--help") ? help() : new Bench(options).run());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + BenchUsage.TEXT);
            System.exit(2);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int help() {
        System.out.print(BenchUsage.TEXT);
        return 0;
    }

    private int run() throws IOException {
        if (options.curve().isPresent()) {
            return ThrottleCurve.measure(options.grants())
                    .report(options.curve().get());
        }
        for (List<Case> group : options.hasMatrix() ? groups() : List.<List<Case>>of()) {
            measure(group);
        }
        for (Drain drain : options.drains()) {
            measure(drain);
        }
        if (options.json().isPresent()) {
            report.write(options.json().get());
        }
        return report.clean() ? 0 : 1;
    }

    /**
     * The cases that share a gateway, in the order of their runs. Rounds, not the same case again and again: a
     * disturbance of some seconds then costs each case one run at most.
     */
    private List<List<Case>> groups() {
        List<List<Case>> groups = new ArrayList<>();
        for (BenchLatency latency : options.latencies()) {
            List<Case> rounds = new ArrayList<>();
            for (int i = 0; i < options.number("--repeat"); i++) {
                rounds.addAll(options.cases(latency));
            }
            groups.add(rounds);
        }
        return options.has("--accept-only") || options.extensions().size() > 1 ? alone(groups) : groups;
    }

    /** Where nothing drains the queue, or where extensions are compared, each run gets a gateway of its own. */
    private static List<List<Case>> alone(List<List<Case>> groups) {
        return groups.stream().flatMap(List::stream).map(List::of).toList();
    }

    private void measure(List<Case> group) throws IOException {
        try (Testbed testbed = Testbed.start(options, group.get(0).extension(), group.get(0).latency())) {
            testbed.warmUp(group);
            for (Case item : group) {
                report.add(item, testbed.measure(item));
            }
        }
    }

    private void measure(Drain drain) throws IOException {
        try (DrainBed bed = DrainBed.start(options, drain)) {
            bed.warmUp();
            for (int i = 0; i < options.number("--repeat"); i++) {
                report.add(drain, bed.measure());
            }
        }
    }
}
