package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table, a row as soon as its runs are done, and the same figures as JSON. */
final class Report {
    private final Options options;
    private final Map<Case, List<Figures>> runs = new LinkedHashMap<>();

    Report(Options options) {
        this.options = options;
    }

    void head() {
        String titles =
                Column.inTable().stream().map(column -> cell(column.title)).collect(Collectors.joining());
        System.out.println(api("api") + cell("msgs/req") + cell("conns") + cell("SMSC ms") + titles);
    }

    void add(Case item, Figures run) {
        List<Figures> all = runs.computeIfAbsent(item, unseen -> new ArrayList<>());
        all.add(run);
        if (all.size() == options.number("--repeat")) {
            System.out.println(row(item, Figures.of(all)));
        }
    }

    private String row(Case item, Figures figures) {
        String smsc = options.has("--accept-only") ? "-" : Integer.toString(item.latency());
        String cells = Column.inTable().stream()
                .map(column -> cell(column.cell(figures.value(column))))
                .collect(Collectors.joining());
        return api(item.api().toString())
                + cell(Integer.toString(item.messages()))
                + cell(Integer.toString(item.connections()))
                + cell(smsc)
                + cells;
    }

    /** The plain form is not worth a column. */
    private String api(String text) {
        return options.formOnly() ? "" : cell(text);
    }

    private static String cell(String text) {
        return String.format("%11s", text);
    }

    boolean clean() {
        return runs.values().stream().flatMap(List::stream).allMatch(run -> run.value(Column.ERRORS) == 0);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, new JsonReport(options, runs).text());
    }
}
