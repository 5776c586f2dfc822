package org.caravansms.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Forgets what was kept long enough, and what a person wants forgotten. */
public final class Retention {

    private static final int TOGETHER = 5_000;

    /** Messages that the gateway still has are kept. */
    private static final List<String> BY_AGE = List.of(
            "DELETE FROM messages WHERE id IN (SELECT id FROM messages WHERE accepted_at < ? AND folder <> 'outbox'"
                    + " FETCH FIRST " + TOGETHER + " ROWS ONLY)",
            byAge("smsc_ids", "(smsc_id, smsc, message_id, part)", "smsc_id, smsc, message_id, part", "accepted_at"),
            byAge("parked_receipts", "id", "id", "parked_at"),
            byAge("inbox", "id", "id", "received_at"));

    private static final List<String> BY_NUMBER = List.of("messages", "parked_receipts", "inbound_parts", "inbox");

    private final Database database;
    private final InstantSource clock;
    private final Duration keep;

    /** @param keep how long after its acceptance a message is remembered */
    public Retention(Database database, InstantSource clock, Duration keep) {
        this.database = database;
        this.clock = clock;
        this.keep = keep;
    }

    private static String byAge(String table, String key, String columns, String age) {
        return "DELETE FROM " + table + " WHERE " + key + " IN (SELECT " + columns + " FROM " + table + " WHERE " + age
                + " < ? FETCH FIRST " + TOGETHER + " ROWS ONLY)";
    }

    /**
     * Removes what is too old, a few thousand rows a transaction.
     *
     * @return how many rows
     */
    public long sweep() {
        long before = Micros.of(clock.instant().minus(keep));
        long all = 0;
        for (String sql : BY_AGE) {
            int some = TOGETHER;
            while (some >= TOGETHER) {
                some = database.inTransaction(connection -> delete(connection, sql, before));
                all += some;
            }
        }
        return all;
    }

    private static int delete(Connection connection, String sql, long before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, before);
            return statement.executeUpdate();
        }
    }

    /**
     * Forgets what a number sent and got; a message that is still to be sent is sent nevertheless.
     *
     * @return how many messages, parts of them and receipts
     */
    public long erase(String number) {
        return database.inTransaction(connection -> {
            long all = 0;
            for (String table : BY_NUMBER) {
                try (PreparedStatement statement =
                        connection.prepareStatement("DELETE FROM " + table + " WHERE number_digits = ?")) {
                    statement.setString(1, Digits.of(number));
                    all += statement.executeUpdate();
                }
            }
            return all;
        });
    }
}
