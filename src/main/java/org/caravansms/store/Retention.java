package org.caravansms.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/**
 * Removes messages after the retention time, and all rows of a number when a person asks for that.
 *
 * @param retention for how long after its acceptance a message is stored
 */
public record Retention(Database database, InstantSource clock, Duration retention) {

    private static final int TOGETHER = 2_000;

    /** Ids grow with time (RFC 9562 section 5.7), except ids of producers, which may stand at either end. */
    private static final String OLDEST =
            "SELECT id, folder, accepted_at, document FROM messages ORDER BY id %s" + " LIMIT " + TOGETHER;

    private static final List<String> BY_AGE =
            List.of("DELETE FROM parked_receipts WHERE parked_at < ?", "DELETE FROM inbox WHERE received_at < ?");
    private static final List<String> BY_NUMBER = List.of("messages", "parked_receipts", "inbound_parts", "inbox");

    /**
     * Removes old rows, a few thousand in a transaction. Messages that wait to be sent stay.
     *
     * @return how many messages
     */
    public long sweep() {
        long before = Micros.of(clock.instant().minus(retention));
        long all = 0;
        for (String end : List.of("ASC", "DESC")) {
            int some = 1;
            while (some > 0) {
                some = database.inTransaction(connection -> sweep(connection, end, before));
                all += some;
            }
        }
        for (String sql : BY_AGE) {
            database.inTransaction(connection -> Rows.update(connection, sql, before));
        }
        return all;
    }

    private static int sweep(Connection connection, String end, long before) throws SQLException {
        List<MessageRecord> old = Rows.list(
                        connection,
                        String.format(OLDEST, end),
                        row -> row.getLong(3) < before && !"outbox".equals(row.getString(2))
                                ? StoreJson.readRecord(row.getString(1), row.getString(4))
                                : null)
                .stream()
                .filter(Objects::nonNull)
                .toList();
        Rows.batch(
                connection,
                "DELETE FROM messages WHERE id = ?",
                old,
                (statement, record) -> statement.setString(1, record.id()));
        for (MessageRecord record : old) {
            SmscId.delete(connection, record.id(), record.status().parts().values());
        }
        return old.size();
    }

    /**
     * Removes all that a number sent and received; a message that waits to be sent is sent all the same.
     *
     * @return how many messages, parts of them and receipts
     */
    public long erase(String number) {
        return database.inTransaction(connection -> {
            long all = 0;
            for (String table : BY_NUMBER) {
                String sql = "DELETE FROM " + table + " WHERE number_digits = ?";
                all += Rows.update(connection, sql, ComparableNumber.of(number));
            }
            return all;
        });
    }
}
