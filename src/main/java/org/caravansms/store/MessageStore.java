package org.caravansms.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Variable;
import org.caravansms.message.Event;
import org.caravansms.message.Folder;
import org.caravansms.message.FolderItem;
import org.caravansms.message.StoredMessage;

/**
 * The queries of clients and operators for messages. All of them throw {@link StoreUnavailableException} while the
 * database cannot be used.
 *
 * @param orphanAfterMillis the wait after which a receipt without a message is shown to a person
 */
public record MessageStore(Database database, InstantSource clock, long orphanAfterMillis) {

    private static final String FIND = "SELECT is_deleted, document FROM messages WHERE id = ?";
    private static final String FIND_RECEIVED = "SELECT is_deleted, document FROM inbox WHERE id = ? AND user_name = ?";
    private static final String WAITING = "SELECT id, document FROM messages WHERE user_name = ? AND folder = ?"
            + " AND number_digits = ? ORDER BY accepted_at LIMIT 1000";
    private static final String ORPHANS =
            "SELECT document FROM parked_receipts WHERE parked_at < ? ORDER BY parked_at LIMIT ?";
    private static final String ORPHAN_COUNT = "SELECT COUNT(*) FROM parked_receipts WHERE parked_at < ?";

    /** @return the message of that id, of any user */
    public Optional<StoredMessage> find(String id) {
        return one(
                FIND,
                row -> StoreJson.readRecord(id, row.getString(2)).toStored(row.getBoolean(1), clock.instant()),
                id);
    }

    /** @return the user's message of that id, sent or received */
    public Optional<StoredMessage> find(@Variable("owner") String user, @Variable("messageId") String id) {
        return find(id).filter(sent -> sent.message().user().equals(user)).or(() -> received(user, id));
    }

    /** @return the user's messages to a number that wait to be sent, the oldest first */
    public List<StoredMessage> waiting(String user, String recipient) {
        return database.query(connection -> Rows.list(
                connection,
                WAITING,
                row -> StoreJson.readRecord(row.getString(1), row.getString(2)).toStored(false, clock.instant()),
                user,
                Folder.OUTBOX.toString(),
                ComparableNumber.of(recipient)));
    }

    private Optional<StoredMessage> received(String user, String id) {
        return one(
                FIND_RECEIVED,
                row -> StoredMessage.received(
                        StoreJson.readInbound(id, row.getString(2)), row.getBoolean(1) ? Folder.DELETED : Folder.INBOX),
                id,
                user);
    }

    private Optional<StoredMessage> one(String select, Rows.Mapping<StoredMessage> mapping, Object... keys) {
        return database.query(connection -> Rows.list(connection, select, mapping, keys)).stream()
                .findFirst();
    }

    /**
     * @return the first of a user's messages in a folder, the oldest first; those marked as read in no other than the
     *     deleted
     */
    public List<FolderItem> list(
            @Variable("owner") String user, @Variable("folder") Folder folder, @Variable("limit") int limit) {
        return database.query(connection -> Folders.list(connection, user, folder, limit, clock.instant()));
    }

    /**
     * Moves messages to the folder of deleted ones, and removes those that are in it.
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
     * Marks messages as read: their folder lists them no more.
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
        return database.query(connection ->
                Rows.list(connection, ORPHANS, row -> StoreJson.readReceipt(row.getString(1)), orphansBefore(), limit));
    }

    public long orphanCount() {
        return database.query(connection -> Rows.list(connection, ORPHAN_COUNT, row -> row.getLong(1), orphansBefore()))
                .get(0);
    }

    private long orphansBefore() {
        return Micros.of(clock.instant().minusMillis(orphanAfterMillis));
    }
}
