package org.caravansms.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.caravansms.message.SmscIds;

/** Forgets what was kept long enough, and what a person wants forgotten. */
public final class Retention {

    private static final int TOGETHER = 2_000;

    /** Names grow with time, RFC 9562 section 5.7, but for those of producers: these may stand at either end. */
    private static final String OLDEST = "SELECT id, folder, accepted_at, document FROM messages ORDER BY id %s"
            + " FETCH FIRST " + TOGETHER + " ROWS ONLY";

    private static final List<String> BY_AGE =
            List.of("DELETE FROM parked_receipts WHERE parked_at < ?", "DELETE FROM inbox WHERE received_at < ?");
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

    /**
     * Removes what is too old, a few thousand rows a transaction. Messages that the gateway still has are kept.
     *
     * @return how many messages
     */
    public long sweep() {
        long before = Micros.of(clock.instant().minus(keep));
        long all = 0;
        for (String end : List.of("ASC", "DESC")) {
            int some = 1;
            while (some > 0) {
                some = database.inTransaction(connection -> sweep(connection, end, before));
                all += some;
            }
        }
        for (String sql : BY_AGE) {
            database.inTransaction(connection -> delete(connection, sql, before));
        }
        return all;
    }

    private static int sweep(Connection connection, String end, long before) throws SQLException {
        List<MessageRecord> old = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(String.format(OLDEST, end))) {
            Rows.take(statement, row -> {
                if (row.getLong(3) < before && !"outbox".equals(row.getString(2))) {
                    old.add(MessageRecordJson.read(row.getString(1), row.getString(4)));
                }
            });
        }
        Rows.batch(
                connection,
                "DELETE FROM messages WHERE id = ?",
                old,
                (statement, life) -> statement.setString(1, life.id()));
        for (MessageRecord life : old) {
            Rows.batch(
                    connection,
                    "DELETE FROM smsc_ids WHERE smsc_id = ? AND message_id = ?",
                    List.copyOf(life.standing().parts().values()),
                    (statement, id) -> {
                        statement.setString(1, SmscIdRows.kept(SmscIds.canonical(id)));
                        statement.setString(2, life.id());
                    });
        }
        return old.size();
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
                    statement.setString(1, ComparableNumber.of(number));
                    all += statement.executeUpdate();
                }
            }
            return all;
        });
    }
}
