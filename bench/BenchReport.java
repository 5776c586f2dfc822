package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tables of the loads and of the drains, and the same figures as JSON. */
final class BenchReport {
    private final BenchOptions options;
    private final BenchTable<Case> loads;
    private final BenchTable<Drain> drains;

    BenchReport(BenchOptions options) {
        this.options = options;
        int repeat = options.number("--repeat");
        this.loads = new BenchTable<>(titles(), this::cells, Column.ofLoad(), repeat);
        this.drains =
                new BenchTable<>(List.of("SMSC ms", "window", "providers", "parts", "waiting"), Drain::cells, Column.ofDrain(), repeat);
    }

    void add(Case item, Figures run) {
        loads.add(item, run);
    }

    void add(Drain item, Figures run) {
        drains.add(item, run);
    }

    private List<String> titles() {
        return row("api", "parts", "extension", "msgs/req", "conns", "SMSC ms");
    }

    private List<String> cells(Case item) {
        return row(
                item.api().toString(),
                Integer.toString(item.parts()),
                item.extension().toString(),
                Integer.toString(item.messages()),
                Integer.toString(item.connections()),
                options.has("--accept-only") ? "-" : item.latency().toString());
    }

    /** The plain form is not worth a column, nor are messages of one part and a gateway without extensions. */
    private List<String> row(String api, String parts, String extension, String... more) {
        List<String> row = new ArrayList<>();
        if (!options.formOnly()) {
            row.add(api);
        }
        if (options.number("--parts") > 1) {
            row.add(parts);
        }
        if (!options.extensions().equals(List.of(BenchExtension.NONE))) {
            row.add(extension);
        }
        row.addAll(List.of(more));
        return row;
    }

    boolean clean() {
        return loads.clean() && drains.clean();
    }

    /** The medians of each case, and every run that they come from. */
    void write(Path file) throws IOException {
        String form = "{\n  %s,\n  %s,\n  \"cases\": %s,\n  \"drains\": %s\n}\n";
        String cases = loads.json(Case::json);
        Files.writeString(file, form.formatted(settings(), machine(), cases, drains.json(Drain::json)));
    }

    private String settings() {
        return String.format(
                "\"acceptOnly\": %s, \"ids\": %s, \"window\": %d, \"secondsPerCase\": %d, \"repeat\": %d",
                options.has("--accept-only"),
                options.has("--ids"),
                options.number("--window"),
                options.number("--seconds"),
                options.number("--repeat"));
    }

    private static String machine() {
        return String.format(
                "\"machine\": {\"processors\": %d, \"os\": \"%s %s\", \"java\": \"%s\"}",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
    }
}
