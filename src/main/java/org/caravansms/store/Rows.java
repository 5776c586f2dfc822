package org.caravansms.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.postgresql.PGConnection;

/** Runs the statements of the tables' classes. */
final class Rows {

    private static final String ANY = "= ANY(?)";
    private static final String IN_JSON = "IN (SELECT value FROM json_each(?))";

    private Rows() {}

    /** Reads one row. */
    @FunctionalInterface
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    /** Sets the parameters of a statement for one element. */
    @FunctionalInterface
    interface Parameters<T> {
        void set(PreparedStatement statement, T element) throws SQLException;
    }

    /** Maps one row to an element. */
    @FunctionalInterface
    interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @param select ends where a list of keys is to follow, as one parameter: one plan for any number of them */
    static void of(Connection connection, String select, Collection<String> keys, Row row) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        boolean hasArrays = connection.isWrapperFor(PGConnection.class);
        try (PreparedStatement statement = connection.prepareStatement(select + (hasArrays ? ANY : IN_JSON))) {
            if (hasArrays) {
                statement.setArray(1, connection.createArrayOf("VARCHAR", keys.toArray()));
            } else {
                statement.setString(1, StoreJson.writeKeys(keys));
            }
            take(statement, row);
        }
    }

    /** @return an element of each row */
    static <T> List<T> list(Connection connection, String select, Mapping<T> mapping, Object... parameters)
            throws SQLException {
        List<T> elements = new ArrayList<>();
        try (PreparedStatement statement = prepared(connection, select, parameters)) {
            take(statement, row -> elements.add(mapping.of(row)));
        }
        return elements;
    }

    /** @return how many rows it changed */
    static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i] instanceof String text ? text(text) : parameters[i]);
        }
        return statement;
    }

    private static void take(PreparedStatement statement, Row row) throws SQLException {
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

    /** Replaces octet zero, which PostgreSQL does not store; JSON documents escape it. */
    static String text(String value) {
        return value.indexOf('\0') < 0 ? value : value.replace('\0', '\uFFFD');
    }
}
