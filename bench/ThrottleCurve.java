package bench;

import bench.LoadClient.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How the rate follows an SMSC that throttles.
 *
 * @param accepted submit_sm in each second
 * @param throttled those thrown back
 * @param missing accepted by the gateway and not by the SMSC once it grants all, negative where it got more
 */
record ThrottleCurve(Grants grants, int[] accepted, int[] throttled, long missing) {
    private static final int WINDOW = 50;
    private static final int SETTLED_AFTER = 10;
    private static final int DRAIN_SECONDS = 60;
    private static final double REACHED = 0.9;

    static ThrottleCurve measure(Grants grants) throws IOException {
        try (ThrottlingSmsc smsc = new ThrottlingSmsc(grants);
                BenchGateway gateway = BenchGateway.start(List.of(smsc.port()), WINDOW, "none")) {
            Requests requests = Requests.of(BenchApi.FORM, 100, 1, "", grants.messages());
            Load load = LoadClient.run(requests, 1, gateway, grants.seconds(), grants.messages());
            long deadline = Clock.micros() + (grants.seconds() + DRAIN_SECONDS) * 1_000_000L;
            while (smsc.accepted() < load.accepted() && Clock.micros() < deadline) {
                Clock.pause(100);
            }
            Clock.pause(500);
            long missing = load.accepted() - smsc.accepted();
            return new ThrottleCurve(grants, smsc.acceptedPerSecond(), smsc.throttledPerSecond(), missing);
        }
    }

    /** @return whether none is missing */
    boolean report(Path svg) throws IOException {
        System.out.printf(
                "%10s%10s%12s%10s%12s%12s%n", "granted/s", "seconds", "accepted/s", "share", "throttled", "settled");
        for (int step = 0; step < grants.steps().size(); step++) {
            System.out.println(row(step));
        }
        System.out.println("missing: " + missing);
        Files.writeString(svg, new ThrottlePicture(this).svg());
        return missing == 0;
    }

    /** The means leave the first seconds of a step out; those have a column of their own. */
    private String row(int step) {
        int granted = grants.steps().get(step).perSecond();
        int to = grants.begin(step + 1);
        int from = Math.min(grants.begin(step) + SETTLED_AFTER, to - 1);
        double mean = mean(accepted, from, to);
        double refused = mean(throttled, from, to);
        return String.format(
                Locale.ROOT,
                "%10d%10d%12.1f%9.1f%%%11.1f%%%10d s",
                granted,
                grants.steps().get(step).seconds(),
                mean,
                100 * mean / granted,
                100 * refused / (mean + refused),
                settledAfter(step));
    }

    private static double mean(int[] perSecond, int from, int to) {
        return IntStream.range(from, to)
                .map(second -> perSecond[second])
                .average()
                .orElse(Double.NaN);
    }

    /** @return seconds until three in a row have nine tenths of the grant together, -1 where there are none */
    private int settledAfter(int step) {
        int begin = grants.begin(step);
        double wanted = REACHED * grants.steps().get(step).perSecond();
        return IntStream.rangeClosed(begin, grants.begin(step + 1) - 3)
                .filter(second -> mean(accepted, second, second + 3) >= wanted)
                .map(second -> second - begin)
                .findFirst()
                .orElse(-1);
    }
}
