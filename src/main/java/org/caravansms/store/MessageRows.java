package org.caravansms.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The table {@code messages}. */
final class MessageRows {

    private static final String SELECT = "SELECT id, document FROM messages WHERE id ";
    private static final String INSERT =
            "INSERT INTO messages (user_name, folder, accepted_at, number_digits, document, id) VALUES (?,?,?,?,?,?)";
    private static final String UPDATE =
            "UPDATE messages SET user_name = ?, folder = ?, accepted_at = ?, number_digits = ?, document = ?"
                    + " WHERE id = ?";

    private MessageRows() {}

    static void load(Connection connection, Collection<String> ids, Consumer<MessageRecord> to) throws SQLException {
        Rows.of(connection, SELECT, ids, row -> to.accept(StoreJson.readRecord(row.getString(1), row.getString(2))));
    }

    static void write(Connection connection, Collection<MessageRecord> records) throws SQLException {
        List<MessageRecord> added = new ArrayList<>();
        List<MessageRecord> changed = new ArrayList<>();
        for (MessageRecord record : records) {
            if (record.isChanged()) {
                (record.isStored() ? changed : added).add(record);
            }
        }
        Rows.batch(connection, INSERT, added, MessageRows::set);
        Rows.batch(connection, UPDATE, changed, MessageRows::set);
        added.forEach(MessageRecord::written);
        changed.forEach(MessageRecord::written);
    }

    private static void set(PreparedStatement statement, MessageRecord record) throws SQLException {
        boolean known = record.message() != null;
        statement.setString(1, known ? Rows.text(record.message().user()) : "");
        statement.setString(2, record.folder().toString());
        statement.setLong(3, Micros.of(record.acceptedAt()));
        statement.setString(4, known ? ComparableNumber.of(record.message().recipient()) : "");
        statement.setString(5, StoreJson.write(record));
        statement.setString(6, record.id());
    }
}
