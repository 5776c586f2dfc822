package org.caravansms.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** What the tables' classes have in common: statements for many rows at a time. */
final class Rows {

    /** Questions come in this size, so that the database knows the statement. */
    private static final int TOGETHER = 200;

    private static final String PLACES = "(?" + ",?".repeat(TOGETHER - 1) + ")";

    private Rows() {}

    /** What is done with one row. */
    @FunctionalInterface
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    /** How one element becomes the parameters of a statement. */
    @FunctionalInterface
    interface Parameters<T> {
        void set(PreparedStatement statement, T element) throws SQLException;
    }

    /** @param select ends where a list of values in brackets is to follow */
    static void of(Connection connection, String select, Collection<String> keys, Row row) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(select + PLACES)) {
            for (Iterator<String> rest = keys.iterator(); rest.hasNext(); ) {
                for (int i = 1; i <= TOGETHER; i++) {
                    statement.setString(i, rest.hasNext() ? rest.next() : null);
                }
                take(statement, row);
            }
        }
    }

    static void take(PreparedStatement statement, Row row) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                row.take(rows);
            }
        }
    }

    static <T> void batch(Connection connection, String sql, List<T> elements, Parameters<T> parameters)
            throws SQLException {
        if (elements.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T element : elements) {
                parameters.set(statement, element);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** PostgreSQL has no octet zero in its texts; in documents JSON spares it that. */
    static String text(String value) {
        return value.indexOf('\0') < 0 ? value : value.replace('\0', '\uFFFD');
    }
}
