package org.caravansms.operator;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Aligns the columns of a table. */
public final class Columns {

    private static final int LEAST_MASKED = 4;

    private Columns() {}

    /** @param rows of the same length, the heads of the columns first where there are any */
    public static List<String> of(List<List<String>> rows) {
        List<Integer> widths = widths(rows);
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    static String known(String value) {
        return value.isEmpty() ? "-" : value;
    }

    /** @return the number with its last half hidden, four characters at least */
    static String masked(String number) {
        int hidden = Math.min(number.length(), Math.max(LEAST_MASKED, number.length() / 2));
        return number.substring(0, number.length() - hidden) + "*".repeat(hidden);
    }

    private static List<Integer> widths(List<List<String>> rows) {
        return IntStream.range(0, rows.isEmpty() ? 0 : rows.get(0).size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths.get(column) - row.get(column).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
