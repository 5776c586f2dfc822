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
            "UPDATE messages SET user_name = ?, folder = ?, accepted_at = ?, number_digits = ?, document = ? WHERE id = ?";

    private MessageRows() {}

    static void load(Connection connection, Collection<String> ids, Consumer<MessageRecord> to) throws SQLException {
        Rows.of(connection, SELECT, ids, row -> to.accept(MessageRecordJson.read(row.getString(1), row.getString(2))));
    }

    static void write(Connection connection, Collection<MessageRecord> lives) throws SQLException {
        List<MessageRecord> fresh = new ArrayList<>();
        List<MessageRecord> changed = new ArrayList<>();
        for (MessageRecord life : lives) {
            if (life.isChanged()) {
                (life.isStored() ? changed : fresh).add(life);
            }
        }
        Rows.batch(connection, INSERT, fresh, MessageRows::set);
        Rows.batch(connection, UPDATE, changed, MessageRows::set);
        fresh.forEach(MessageRecord::written);
        changed.forEach(MessageRecord::written);
    }

    private static void set(PreparedStatement statement, MessageRecord life) throws SQLException {
        boolean known = life.message() != null;
        statement.setString(1, known ? Rows.text(life.message().user()) : "");
        statement.setString(2, life.folder().toString());
        statement.setLong(3, Micros.of(life.acceptedAt()));
        statement.setString(4, known ? ComparableNumber.of(life.message().recipient()) : "");
        statement.setString(5, MessageRecordJson.write(life));
        statement.setString(6, life.id());
    }
}
