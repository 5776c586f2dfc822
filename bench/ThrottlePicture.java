package bench;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A throttle curve as an SVG that follows the reader's light or dark page. */
record ThrottlePicture(ThrottleCurve curve) {
    private static final int WIDTH = 780;
    private static final int HEIGHT = 260;
    private static final int LEFT = 60;
    private static final int TOP = 50;
    private static final String FRAME = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 370" role="img" font-family="sans-serif" \
            font-size="13" aria-label="What an SMSC that throttles grants, accepts and throws back each second">
            <style>
              text { fill: #333 } .grid { stroke: #ccc } .granted { stroke: #777; stroke-dasharray: 6 4 }
              .accepted { stroke: #0969da } .throttled { fill: #cf5800 } .line { fill: none; stroke-width: 2 }
              @media (prefers-color-scheme: dark) {
                text { fill: #ddd } .grid { stroke: #444 } .granted { stroke: #aaa }
                .accepted { stroke: #58a6ff } .throttled { fill: #f0883e }
              }
            </style>
            %s</svg>
            """;

    String svg() {
        return String.format(FRAME, legend() + rateAxis() + timeAxis() + bars() + granted() + accepted());
    }

    private static String legend() {
        return """
                <text x="60" y="20">submit_sm a second</text>
                <path class="line granted" d="M250 16h30"/><text x="286" y="20">granted by the SMSC</text>
                <path class="line accepted" d="M450 16h30"/><text x="486" y="20">accepted</text>
                <rect class="throttled" x="590" y="10" width="12" height="12"/>\
                <text x="608" y="20">thrown back, ESME_RTHROTTLED</text>
                """;
    }

    private double top() {
        int most = IntStream.range(0, curve.accepted().length)
                .map(second -> Math.max(curve.accepted()[second], curve.throttled()[second]))
                .max()
                .orElse(0);
        return 50 * Math.ceil(Math.max(most, curve.grants().mostPerSecond()) * 1.1 / 50);
    }

    private double x(double second) {
        return LEFT + WIDTH * second / curve.grants().seconds();
    }

    private double y(double rate) {
        return TOP + HEIGHT - HEIGHT * rate / top();
    }

    private String rateAxis() {
        return IntStream.rangeClosed(0, (int) (top() / 50))
                .map(line -> 50 * line)
                .mapToObj(rate -> say(
                        "<path class=\"grid\" d=\"M%.0f %.1fh%d\"/>"
                                + "<text x=\"52\" y=\"%.1f\" text-anchor=\"end\">%d</text>%n",
                        x(0), y(rate), WIDTH, y(rate) + 4, rate))
                .collect(Collectors.joining());
    }

    private String timeAxis() {
        String marks = IntStream.rangeClosed(0, curve.grants().seconds() / 20)
                .mapToObj(mark ->
                        say("<text x=\"%.1f\" y=\"330\" text-anchor=\"middle\">%d</text>%n", x(20 * mark), 20 * mark))
                .collect(Collectors.joining());
        return marks + say("<text x=\"%.0f\" y=\"356\" text-anchor=\"middle\">seconds</text>%n", x(0) + WIDTH / 2.0);
    }

    private String bars() {
        return IntStream.range(0, curve.throttled().length)
                .filter(second -> curve.throttled()[second] > 0)
                .mapToObj(second -> say(
                        "<rect class=\"throttled\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>%n",
                        x(second), y(curve.throttled()[second]), x(0.8) - x(0), y(0) - y(curve.throttled()[second])))
                .collect(Collectors.joining());
    }

    private String granted() {
        return steps("granted", second -> curve.grants().at(second));
    }

    private String accepted() {
        return steps("accepted", second -> curve.accepted()[second]);
    }

    private String steps(String name, IntToDoubleFunction rate) {
        String path = IntStream.range(0, curve.grants().seconds())
                .mapToObj(second -> say("%.1f %.1f H%.1f", x(second), y(rate.applyAsDouble(second)), x(second + 1)))
                .collect(Collectors.joining("L"));
        return "<path class=\"line " + name + "\" d=\"M" + path + "\"/>\n";
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
