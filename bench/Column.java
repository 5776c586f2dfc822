package bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A figure of a case: its title in the table, its name in JSON, its decimals, and how repeated runs become one. */
enum Column {
    ACCEPTED("accepted/s", "acceptedPerSecond", 0),
    SENT("sent/s", "sentPerSecond", 0),
    RECEIPTED("receipts/s", "receiptsPerSecond", 0),
    CALLED("calls/s", "callbacksPerSecond", 0),
    BEHIND("behind s", "storeBehindSeconds", 1),
    IDEAL("ideal/s", "idealPartsPerSecond", 0),
    PARTS("parts/s", "partsPerSecond", 0),
    REACHED("reached", "reachedShare", 3),
    DRAIN("drain/s", "drainPerSecond", 0),
    P50("p50 ms", "requestMillisP50", 2),
    P99("p99 ms", "requestMillisP99", 2),
    CPU("cpu ms/k", "gatewayCpuMillisPerThousand", 1),
    CPU_SIMULATOR(null, "simulatorCpuMillisPerThousand", 1),
    CPU_CLIENT(null, "clientCpuMillisPerThousand", 1),
    LEAST("least/s", "leastPartsPerSecondOfAProvider", 0),
    MOST("most/s", "mostPartsPerSecondOfAProvider", 0),
    BUSY("busy %", "machineBusyPercent", 0),
    SECONDS(null, "measuredSeconds", 1),
    WAITING("events", "eventMessagesWaiting", 0),
    PEAK("peak MB", "gatewayPeakMegabytes", 0),
    MESSAGES("messages", "messages", 0),
    ERRORS("errors", "errors", 0);

    /** Null where the figure is in JSON only. */
    final String title;

    private final String json;
    private final int decimals;

    Column(String title, String json, int decimals) {
        this.title = title;
        this.json = json;
        this.decimals = decimals;
    }

    static List<Column> ofLoad() {
        return List.of(ACCEPTED, SENT, RECEIPTED, CALLED, BEHIND, DRAIN, P50, P99, CPU, WAITING, PEAK, MESSAGES, ERRORS);
    }

    static List<Column> ofDrain() {
        return List.of(IDEAL, PARTS, REACHED, DRAIN, LEAST, MOST, CPU, BUSY, MESSAGES, ERRORS);
    }

    String cell(double value) {
        return Double.isNaN(value) ? "-" : rounded(value);
    }

    String field(double value) {
        return "\"" + json + "\":" + (Double.isNaN(value) ? "null" : rounded(value));
    }

    private String rounded(double value) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** The median, so that one disturbed run does not count; but an error in any run shows. */
    double of(double[] runs) {
        double[] sorted = runs.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (this == ERRORS) {
            return Arrays.stream(runs).sum();
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
