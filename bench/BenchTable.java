package bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runs of several cases, printed a row as soon as the runs of a case are done. */
final class BenchTable<T> {
    private final List<String> titles;
    private final Function<T, List<String>> cells;
    private final List<Column> columns;
    private final int repeat;
    private final Map<T, List<Figures>> runs = new LinkedHashMap<>();

    /** @param cells of a case, under the titles */
    BenchTable(List<String> titles, Function<T, List<String>> cells, List<Column> columns, int repeat) {
        this.titles = titles;
        this.cells = cells;
        this.columns = columns;
        this.repeat = repeat;
    }

    void add(T item, Figures run) {
        if (runs.isEmpty()) {
            print(titles.stream(), columns.stream().map(column -> column.title));
        }
        List<Figures> all = runs.computeIfAbsent(item, unseen -> new ArrayList<>());
        all.add(run);
        if (all.size() == repeat) {
            Figures figures = Figures.of(all);
            print(cells.apply(item).stream(), columns.stream().map(column -> column.cell(figures.value(column))));
        }
    }

    /** As wide as the latency mix needs. */
    private void print(Stream<String> about, Stream<String> figures) {
        String first = titles.contains("providers") ? "%-20s" : "%11s";
        List<String> all = Stream.concat(about, figures).toList();
        System.out.println(String.format(first, all.get(0))
                + all.stream().skip(1).map(cell -> String.format("%11s", cell)).collect(Collectors.joining()));
    }

    boolean clean() {
        return runs.values().stream().flatMap(List::stream).allMatch(run -> run.value(Column.ERRORS) == 0);
    }

    /** @param about the fields of a case */
    String json(Function<T, String> about) {
        return runs.entrySet().stream()
                .map(entry -> "{" + about.apply(entry.getKey()) + "," + figures(entry.getValue()) + "}")
                .collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
    }

    private static String figures(List<Figures> all) {
        String each = all.stream().map(run -> "{" + run.json() + "}").collect(Collectors.joining(","));
        return Figures.of(all).json() + ",\"runs\":[" + each + "]";
    }
}
