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

    static void load(Connection connection, Collection<String> ids, Consumer<Life> to) throws SQLException {
        Rows.of(connection, SELECT, ids, row -> to.accept(LifeForm.read(row.getString(1), row.getString(2))));
    }

    static void write(Connection connection, Collection<Life> lives) throws SQLException {
        List<Life> fresh = new ArrayList<>();
        List<Life> changed = new ArrayList<>();
        for (Life life : lives) {
            if (life.isChanged()) {
                (life.isStored() ? changed : fresh).add(life);
            }
        }
        Rows.batch(connection, INSERT, fresh, MessageRows::set);
        Rows.batch(connection, UPDATE, changed, MessageRows::set);
        fresh.forEach(Life::written);
        changed.forEach(Life::written);
    }

    private static void set(PreparedStatement statement, Life life) throws SQLException {
        boolean known = life.message() != null;
        statement.setString(1, known ? Rows.text(life.message().user()) : "");
        statement.setString(2, life.folder().toString());
        statement.setLong(3, Micros.of(life.acceptedAt()));
        statement.setString(4, known ? Digits.of(life.message().recipient()) : "");
        statement.setString(5, LifeForm.write(life));
        statement.setString(6, life.id());
    }
}
