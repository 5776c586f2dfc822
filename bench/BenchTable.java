package bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runs of several cases: a row for each run, and the medians below the last run of a case. */
final class BenchTable<T> {
    private final List<String> titles;
    private final int repeat;
    private final Map<T, List<Figures>> runs = new LinkedHashMap<>();

    BenchTable(List<String> titles, int repeat) {
        this.titles = titles;
        this.repeat = repeat;
    }

    /** @param cells of the case, under the titles */
    void add(T item, List<String> cells, Figures run) {
        if (runs.isEmpty()) {
            print(titles, run.values().keySet().stream().map(column -> column.title).toList(), "");
        }
        List<Figures> all = runs.computeIfAbsent(item, unseen -> new ArrayList<>());
        all.add(run);
        print(cells, run.cells(), "");
        if (all.size() == repeat && repeat > 1) {
            print(cells, Figures.median(all).cells(), "  median of " + repeat);
        }
    }

    /** The first column takes a mix of latencies. */
    private static void print(List<String> about, List<String> figures, String note) {
        System.out.println(String.format("%-20s", about.get(0))
                + Stream.concat(about.stream().skip(1), figures.stream())
                        .map(cell -> String.format("%12s", cell))
                        .collect(Collectors.joining())
                + note);
    }

    /** @return whether no run had an error */
    boolean clean() {
        return runs.values().stream().flatMap(List::stream).allMatch(run -> run.value(Column.ERRORS) == 0);
    }
}
