package org.caravansms.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.caravansms.message.Folder;
import org.caravansms.message.FolderItem;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.MessageState;
import org.caravansms.message.Ports;
import org.caravansms.message.StoredMessage;

/** The folders of a user: what it sent is in the table {@code messages}, what it got in {@code inbox}. */
final class Folders {

    private static final String SENT = "SELECT id, is_read, document FROM messages WHERE user_name = ?"
            + " AND folder = ? AND NOT is_deleted AND NOT is_read ORDER BY accepted_at FETCH FIRST ? ROWS ONLY";
    private static final String SENT_DELETED = "SELECT id, is_read, document FROM messages WHERE user_name = ?"
            + " AND is_deleted ORDER BY accepted_at FETCH FIRST ? ROWS ONLY";
    private static final String INBOX = "SELECT id, is_read, document FROM inbox WHERE user_name = ?"
            + " AND is_deleted = ? AND (is_deleted OR NOT is_read) ORDER BY received_at, id FETCH FIRST ? ROWS ONLY";

    private Folders() {}

    static List<FolderItem> list(Connection connection, String user, Folder folder, int limit, Instant now)
            throws SQLException {
        List<FolderItem> items = new ArrayList<>();
        if (folder == Folder.INBOX || folder == Folder.DELETED) {
            inbox(connection, user, folder == Folder.DELETED, limit, items);
        }
        if (folder != Folder.INBOX) {
            sent(connection, user, folder, limit - items.size(), now, items);
        }
        return items;
    }

    private static void inbox(Connection connection, String user, boolean deleted, int limit, List<FolderItem> to)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INBOX)) {
            statement.setString(1, Rows.text(user));
            statement.setBoolean(2, deleted);
            statement.setInt(3, limit);
            Rows.take(
                    statement,
                    row -> to.add(
                            item(InboundPartJson.readMessage(row.getString(1), row.getString(3)), row.getBoolean(2))));
        }
    }

    private static void sent(
            Connection connection, String user, Folder folder, int limit, Instant now, List<FolderItem> to)
            throws SQLException {
        boolean deleted = folder == Folder.DELETED;
        try (PreparedStatement statement = connection.prepareStatement(deleted ? SENT_DELETED : SENT)) {
            statement.setString(1, Rows.text(user));
            if (!deleted) {
                statement.setString(2, folder.toString());
            }
            statement.setInt(deleted ? 2 : 3, Math.max(0, limit));
            Rows.take(
                    statement,
                    row -> to.add(item(
                            MessageRecordJson.read(row.getString(1), row.getString(3))
                                    .told(deleted, now),
                            row.getBoolean(2))));
        }
    }

    static List<String> delete(Connection connection, String user, Folder folder, List<String> ids)
            throws SQLException {
        List<String> done = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            if (folder == Folder.DELETED ? removed(connection, user, id) : deleted(connection, user, folder, id)) {
                done.add(id);
            }
        }
        return done;
    }

    private static boolean removed(Connection connection, String user, String id) throws SQLException {
        return update(connection, "DELETE FROM inbox WHERE id = ? AND user_name = ? AND is_deleted", id, user)
                || update(connection, "DELETE FROM messages WHERE id = ? AND user_name = ? AND is_deleted", id, user);
    }

    private static boolean deleted(Connection connection, String user, Folder folder, String id) throws SQLException {
        return change(connection, "is_deleted = TRUE", user, folder, id);
    }

    static List<String> mark(Connection connection, String user, Folder folder, List<String> ids) throws SQLException {
        List<String> done = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            if (change(connection, "is_read = TRUE", user, folder, id)) {
                done.add(id);
            }
        }
        return done;
    }

    private static boolean change(Connection connection, String what, String user, Folder folder, String id)
            throws SQLException {
        String of = " WHERE id = ? AND user_name = ? AND ";
        return switch (folder) {
            case INBOX -> update(connection, "UPDATE inbox SET " + what + of + "NOT is_deleted", id, user);
            case DELETED ->
                update(connection, "UPDATE inbox SET " + what + of + "is_deleted", id, user)
                        || update(connection, "UPDATE messages SET " + what + of + "is_deleted", id, user);
            default ->
                update(
                        connection,
                        "UPDATE messages SET " + what + of + "NOT is_deleted AND folder = ?",
                        id,
                        user,
                        folder.toString());
        };
    }

    private static boolean update(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, Rows.text(values[i]));
            }
            return statement.executeUpdate() > 0;
        }
    }

    private static FolderItem item(InboundMessage message, boolean read) {
        return new FolderItem(
                message.id(),
                message.source(),
                message.destination(),
                message.type(),
                message.text(),
                message.receivedAt(),
                message.sentAt(),
                message.receivedAt(),
                MessageState.DELIVERED,
                read,
                message.ports());
    }

    private static FolderItem item(StoredMessage stored, boolean read) {
        return new FolderItem(
                stored.message().id(),
                stored.message().originator(),
                stored.message().recipient(),
                stored.message().type(),
                stored.message().text(),
                stored.message().acceptedAt(),
                stored.submittedAt(),
                stored.state() == MessageState.DELIVERED ? stored.doneAt() : null,
                stored.state(),
                read,
                Ports.NONE);
    }
}
