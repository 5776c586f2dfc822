package org.caravansms.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of named values: aligned columns for people, and objects for scripts. */
public final class Table {

    private final List<String> keys = new ArrayList<>();
    private final List<String> heads = new ArrayList<>();
    private final List<Map<String, Object>> rows = new ArrayList<>();

    /** @param columns the name of each in camel case, and behind {@code =} its head, if that is not the name in capitals */
    public Table(String... columns) {
        for (String column : columns) {
            String[] parts = column.split("=", 2);
            keys.add(parts[0]);
            heads.add(parts.length == 2 ? parts[1] : head(parts[0]));
        }
    }

    /** @param values one a column; null where it is not known */
    public Table add(Object... values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int column = 0; column < values.length; column++) {
            row.put(keys.get(column), values[column]);
        }
        rows.add(row);
        return this;
    }

    public List<Map<String, Object>> rows() {
        return rows;
    }

    /** @return the heads and the rows, aligned */
    public List<String> lines() {
        List<List<String>> cells = new ArrayList<>(List.of(heads));
        rows.forEach(row -> cells.add(row.values().stream().map(Table::cell).toList()));
        return Columns.of(cells);
    }

    private static String cell(Object value) {
        String text = value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(","))
                : value == null ? "" : value.toString();
        return Columns.known(text);
    }

    private static String head(String key) {
        return Arrays.stream(key.split("(?=[A-Z])"))
                .collect(Collectors.joining(" "))
                .toUpperCase(Locale.ROOT);
    }
}
