package org.caravansms.store;

import java.sql.Connection;
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

/** The folders of a user: sent messages are in the table {@code messages}, received ones in {@code inbox}. */
final class Folders {

    private static final String SENT = "SELECT id, is_read, document FROM messages WHERE user_name = ?"
            + " AND folder = ? AND NOT is_deleted AND NOT is_read ORDER BY accepted_at LIMIT ?";
    private static final String SENT_DELETED = "SELECT id, is_read, document FROM messages WHERE user_name = ?"
            + " AND is_deleted ORDER BY accepted_at LIMIT ?";
    private static final String INBOX = "SELECT id, is_read, document FROM inbox WHERE user_name = ?"
            + " AND is_deleted = ? AND (is_deleted OR NOT is_read) ORDER BY received_at, id LIMIT ?";

    private Folders() {}

    static List<FolderItem> list(Connection connection, String user, Folder folder, int limit, Instant now)
            throws SQLException {
        List<FolderItem> items = new ArrayList<>();
        if (folder == Folder.INBOX || folder == Folder.DELETED) {
            items.addAll(inbox(connection, user, folder == Folder.DELETED, limit));
        }
        if (folder != Folder.INBOX) {
            items.addAll(sent(connection, user, folder, Math.max(0, limit - items.size()), now));
        }
        return items;
    }

    private static List<FolderItem> inbox(Connection connection, String user, boolean deleted, int limit)
            throws SQLException {
        return Rows.list(
                connection,
                INBOX,
                row -> received(StoreJson.readInbound(row.getString(1), row.getString(3)), row.getBoolean(2)),
                user,
                deleted,
                limit);
    }

    private static List<FolderItem> sent(Connection connection, String user, Folder folder, int limit, Instant now)
            throws SQLException {
        boolean deleted = folder == Folder.DELETED;
        Rows.Mapping<FolderItem> mapping = row -> item(
                StoreJson.readRecord(row.getString(1), row.getString(3)).toStored(deleted, now),
                row.getBoolean(2),
                Ports.NONE);
        return deleted
                ? Rows.list(connection, SENT_DELETED, mapping, user, limit)
                : Rows.list(connection, SENT, mapping, user, folder.toString(), limit);
    }

    static List<String> delete(Connection connection, String user, Folder folder, List<String> ids)
            throws SQLException {
        List<String> changed = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            if (folder == Folder.DELETED
                    ? removed(connection, user, id)
                    : change(connection, "is_deleted = TRUE", user, folder, id)) {
                changed.add(id);
            }
        }
        return changed;
    }

    private static boolean removed(Connection connection, String user, String id) throws SQLException {
        return update(connection, "DELETE FROM inbox WHERE id = ? AND user_name = ? AND is_deleted", id, user)
                || update(connection, "DELETE FROM messages WHERE id = ? AND user_name = ? AND is_deleted", id, user);
    }

    static List<String> mark(Connection connection, String user, Folder folder, List<String> ids) throws SQLException {
        List<String> changed = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            if (change(connection, "is_read = TRUE", user, folder, id)) {
                changed.add(id);
            }
        }
        return changed;
    }

    private static boolean change(Connection connection, String assignment, String user, Folder folder, String id)
            throws SQLException {
        String of = " WHERE id = ? AND user_name = ? AND ";
        return switch (folder) {
            case INBOX -> update(connection, "UPDATE inbox SET " + assignment + of + "NOT is_deleted", id, user);
            case DELETED ->
                update(connection, "UPDATE inbox SET " + assignment + of + "is_deleted", id, user)
                        || update(connection, "UPDATE messages SET " + assignment + of + "is_deleted", id, user);
            default ->
                update(
                        connection,
                        "UPDATE messages SET " + assignment + of + "NOT is_deleted AND folder = ?",
                        id,
                        user,
                        folder.toString());
        };
    }

    private static boolean update(Connection connection, String sql, Object... values) throws SQLException {
        return Rows.update(connection, sql, values) > 0;
    }

    private static FolderItem received(InboundMessage message, boolean read) {
        return item(StoredMessage.received(message, Folder.INBOX), read, message.ports());
    }

    private static FolderItem item(StoredMessage stored, boolean read, Ports ports) {
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
                ports);
    }
}
