package org.caravansms.store;

import java.sql.PreparedStatement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Variable;
import org.caravansms.message.Event;
import org.caravansms.message.Folder;
import org.caravansms.message.FolderItem;
import org.caravansms.message.StoredMessage;

/**
 * What clients and operators ask about messages. All of it throws {@link StoreUnavailableException} while the database
 * cannot be used.
 */
public final class MessageStore {

    private static final String FIND = "SELECT user_name, is_deleted, document FROM messages WHERE id = ?";
    private static final String ORPHANS =
            "SELECT document FROM parked_receipts WHERE parked_at < ? ORDER BY parked_at FETCH FIRST ? ROWS ONLY";
    private static final String ORPHAN_COUNT = "SELECT COUNT(*) FROM parked_receipts WHERE parked_at < ?";

    private final Database database;
    private final InstantSource clock;
    private final long orphanAfterMillis;

    /** @param orphanAfterMillis how long a receipt waits for its message until a person should look at it */
    public MessageStore(Database database, InstantSource clock, long orphanAfterMillis) {
        this.database = database;
        this.clock = clock;
        this.orphanAfterMillis = orphanAfterMillis;
    }

    /** @return the message of that id, whoever sent it */
    public Optional<StoredMessage> find(String id) {
        return findOf(id, null);
    }

    /** @return the user's message of that id, whether the user sent it or got it */
    public Optional<StoredMessage> find(@Variable("owner") String user, @Variable("messageId") String id) {
        return findOf(id, user)
                .or(() -> database.inTransaction(connection -> ReceivedAsStored.find(connection, user, id)));
    }

    private Optional<StoredMessage> findOf(String id, String user) {
        return database.inTransaction(connection -> {
            List<StoredMessage> found = new ArrayList<>(1);
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setString(1, Rows.text(id));
                Rows.take(statement, row -> {
                    if (user == null || user.equals(row.getString(1))) {
                        found.add(
                                MessageRecordJson.read(id, row.getString(3)).told(row.getBoolean(2), clock.instant()));
                    }
                });
            }
            return found.stream().findFirst();
        });
    }

    /** @return the first of a user's messages in a folder, the oldest first; those marked as read in no other than the deleted */
    public List<FolderItem> list(
            @Variable("owner") String user, @Variable("folder") Folder folder, @Variable("limit") int limit) {
        return database.inTransaction(connection -> Folders.list(connection, user, folder, limit, clock.instant()));
    }

    /**
     * Moves messages to the folder of the deleted, and those there away for good.
     *
     * @return the ids of those that were there
     */
    public List<String> delete(
            @Variable("owner") String user,
            @Variable("folder") Folder folder,
            @Variable("messageIds") List<String> ids) {
        return database.inTransaction(connection -> Folders.delete(connection, user, folder, ids));
    }

    /**
     * Marks messages as read: their folder hands them out no more.
     *
     * @return the ids of those that were there
     */
    public List<String> mark(
            @Variable("owner") String user,
            @Variable("folder") Folder folder,
            @Variable("messageIds") List<String> ids) {
        return database.inTransaction(connection -> Folders.mark(connection, user, folder, ids));
    }

    /** @return the oldest of the receipts that no message was found for in time */
    public List<Event> orphans(int limit) {
        return database.inTransaction(connection -> {
            List<Event> orphans = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(ORPHANS)) {
                statement.setLong(1, orphansBefore());
                statement.setInt(2, limit);
                Rows.take(statement, row -> orphans.add(UnmatchedReceiptJson.read(row.getString(1))));
            }
            return orphans;
        });
    }

    public long orphanCount() {
        return database.inTransaction(connection -> {
            long[] count = new long[1];
            try (PreparedStatement statement = connection.prepareStatement(ORPHAN_COUNT)) {
                statement.setLong(1, orphansBefore());
                Rows.take(statement, row -> count[0] = row.getLong(1));
            }
            return count[0];
        });
    }

    private long orphansBefore() {
        return Micros.of(clock.instant().minusMillis(orphanAfterMillis));
    }
}
