package org.caravansms.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The progress of the store, which a start compares with the inventory and the queues. */
public record StoreProgress(Database database) {

    private static final String BATCHES = "SELECT batches FROM progress";
    private static final String NEXT = "UPDATE progress SET batches = batches + 1";
    private static final String NEXT_USER = "SELECT MIN(user_name) FROM messages WHERE user_name > ?";
    private static final String COUNT = "SELECT COUNT(*) FROM messages WHERE user_name = ? AND folder = 'outbox'";
    private static final String IDS = "SELECT id FROM messages WHERE user_name = ? AND folder = 'outbox'";

    /** Counts a batch, in the transaction that applies it. */
    static long next(Connection connection) throws SQLException {
        Rows.update(connection, NEXT);
        return batches(connection);
    }

    /** @return how many batches of events were applied in all */
    public long batches() {
        return database.query(StoreProgress::batches);
    }

    private static long batches(Connection connection) throws SQLException {
        return Rows.list(connection, BATCHES, row -> row.getLong(1)).get(0);
    }

    /** @return how many messages wait to be sent, by the records of the store */
    public long waitingCount() {
        return eachUser(COUNT, row -> row.getLong(1)).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** @return their ids */
    public List<String> waiting() {
        return eachUser(IDS, row -> row.getString(1));
    }

    /** By the index of folders, which begins with the user: the table may be large. */
    private <T> List<T> eachUser(String sql, Rows.Mapping<T> mapping) {
        return database.query(connection -> {
            List<T> elements = new ArrayList<>();
            String user = "";
            while (user != null) {
                elements.addAll(Rows.list(connection, sql, mapping, user));
                user = Rows.list(connection, NEXT_USER, row -> row.getString(1), user)
                        .get(0);
            }
            return elements;
        });
    }
}
