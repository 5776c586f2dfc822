package org.caravansms.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How far the store is: what a start compares with what the rest of the gateway knows. */
public final class StoreProgress {

    private static final String BATCHES = "SELECT batches FROM progress";
    private static final String NEXT = "UPDATE progress SET batches = batches + 1";
    private static final String NEXT_USER = "SELECT MIN(user_name) FROM messages WHERE user_name > ?";
    private static final String COUNT = "SELECT COUNT(*) FROM messages WHERE user_name = ? AND folder = 'outbox'";
    private static final String IDS = "SELECT id FROM messages WHERE user_name = ? AND folder = 'outbox'";

    private final Database database;

    public StoreProgress(Database database) {
        this.database = database;
    }

    /** One more: in the transaction that applies it. */
    static long next(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.executeUpdate();
        }
        return batches(connection);
    }

    /** @return how many batches of events were ever applied */
    public long batches() {
        return database.inTransaction(StoreProgress::batches);
    }

    private static long batches(Connection connection) throws SQLException {
        long[] batches = new long[1];
        try (PreparedStatement statement = connection.prepareStatement(BATCHES)) {
            Rows.take(statement, row -> batches[0] = row.getLong(1));
        }
        return batches[0];
    }

    /** @return how many messages the gateway has to send yet, as far as the store knows */
    public long waitingCount() {
        long[] count = new long[1];
        eachUser(COUNT, row -> count[0] += row.getLong(1));
        return count[0];
    }

    /** @return their names */
    public List<String> waiting() {
        List<String> ids = new ArrayList<>();
        eachUser(IDS, row -> ids.add(row.getString(1)));
        return ids;
    }

    /** By the index of folders, which begins with the user: the table may be large. */
    private void eachUser(String sql, Rows.Row row) {
        database.inTransaction(connection -> {
            List<String> user = new ArrayList<>(List.of(""));
            while (!user.isEmpty()) {
                String name = user.remove(0);
                query(connection, sql, name, row);
                query(connection, NEXT_USER, name, next -> addKnown(next.getString(1), user));
            }
            return null;
        });
    }

    private static void addKnown(String name, List<String> to) {
        if (name != null) {
            to.add(name);
        }
    }

    private static void query(Connection connection, String sql, String parameter, Rows.Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            Rows.take(statement, row);
        }
    }
}
