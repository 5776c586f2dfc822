package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the rate follows an SMSC that throttles, read from the SMSC's log.
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
    private static final Pattern SUBMIT =
            Pattern.compile("^\\{\"time\":(\\d+),\"command\":\"submit_sm\".*\"status\":(\\d+)[,}]");

    static ThrottleCurve measure(Grants grants) throws IOException {
        try (ThrottlingSmsc smsc = new ThrottlingSmsc(grants);
                BenchGateway gateway = BenchGateway.start(List.of(smsc.port()), WINDOW, "none")) {
            Case posting = new Case(BenchApi.FORM, 100, 1, 1, BenchLatency.NONE);
            Requests requests = Requests.of(posting, false, grants.messages());
            BenchLoad load = LoadClient.run(posting, requests, gateway.port(), grants.seconds(), grants.messages());
            long deadline = Clock.micros() + (grants.seconds() + DRAIN_SECONDS) * 1_000_000L;
            while (smsc.accepted() < load.accepted() && Clock.micros() < deadline) {
                Clock.pause(100);
            }
            Clock.pause(500);
            return read(grants, smsc, load.accepted() - smsc.accepted());
        }
    }

    private static ThrottleCurve read(Grants grants, ThrottlingSmsc smsc, long missing) throws IOException {
        ThrottleCurve curve = new ThrottleCurve(grants, new int[grants.seconds()], new int[grants.seconds()], missing);
        try (Stream<String> lines = Files.lines(smsc.log())) {
            lines.map(SUBMIT::matcher).filter(Matcher::find).forEach(line -> curve.count(smsc.began(), line));
        }
        return curve;
    }

    private void count(long began, Matcher line) {
        long second = Math.max(0, Long.parseLong(line.group(1)) - began) / 1_000_000;
        if (second < accepted.length) {
            (line.group(2).equals("0") ? accepted : throttled)[(int) second]++;
        }
    }

    /** @return the exit code */
    int report(Path svg) throws IOException {
        System.out.printf(
                "%10s%10s%12s%10s%12s%12s%n", "granted/s", "seconds", "accepted/s", "share", "throttled", "settled");
        for (int step = 0; step < grants.steps().size(); step++) {
            System.out.println(row(step));
        }
        System.out.println("missing: " + missing);
        Files.writeString(svg, new ThrottlePicture(this).svg());
        return missing == 0 ? 0 : 1;
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
