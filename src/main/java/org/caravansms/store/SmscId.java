package org.caravansms.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.util.StringHelper;
import org.caravansms.message.SmscIds;

/**
 * An id that an SMSC assigned to a part of a message: a row of the table {@code smsc_ids}.
 *
 * @param smsc the SMSC that assigned it
 * @param canonical its canonical form
 */
record SmscId(String smsc, String canonical, String messageId, int part, Instant at) {

    private static final int LONGEST = 100;
    private static final String SELECT =
            "SELECT smsc, smsc_id, message_id, part, accepted_at FROM smsc_ids WHERE smsc_id ";
    private static final String INSERT =
            "INSERT INTO smsc_ids (smsc, smsc_id, message_id, part, accepted_at) VALUES (?,?,?,?,?)";
    private static final String DELETE = "DELETE FROM smsc_ids WHERE smsc_id = ? AND message_id = ?";

    /** The key of a search. */
    record Key(String smsc, String canonical) {}

    Key key() {
        return new Key(smsc, canonical);
    }

    /** @param ids canonical forms; those of all SMSCs are found */
    static void load(Connection connection, Collection<String> ids, Consumer<SmscId> to) throws SQLException {
        Rows.of(
                connection,
                SELECT,
                ids,
                row -> to.accept(new SmscId(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        Micros.instant(row.getLong(5)))));
    }

    static void insert(Connection connection, List<SmscId> ids) throws SQLException {
        Rows.batch(connection, INSERT, ids, (statement, id) -> {
            statement.setString(1, id.smsc());
            statement.setString(2, id.canonical());
            statement.setString(3, id.messageId());
            statement.setInt(4, id.part());
            statement.setLong(5, Micros.of(id.at()));
        });
    }

    static void delete(Connection connection, String messageId, Collection<String> ids) throws SQLException {
        Rows.batch(connection, DELETE, List.copyOf(ids), (statement, id) -> {
            statement.setString(1, limited(SmscIds.canonical(id)));
            statement.setString(2, messageId);
        });
    }

    /** @return an id, cut to the length of the column; the standard allows 65 octets */
    static String limited(String canonical) {
        return StringHelper.limitLength(Rows.text(canonical), LONGEST);
    }
}
