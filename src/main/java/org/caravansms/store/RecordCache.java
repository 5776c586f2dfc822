package org.caravansms.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records and SMSC ids of the messages with the latest events, before the table {@code messages}: most receipts
 * arrive within seconds, and need no query. It agrees with the database, since one thread writes both.
 */
final class RecordCache {

    private static final String SELECT = "SELECT id, document FROM messages WHERE id ";
    private static final String INSERT =
            "INSERT INTO messages (user_name, folder, accepted_at, number_digits, document, id) VALUES (?,?,?,?,?,?)";
    private static final String UPDATE =
            "UPDATE messages SET user_name = ?, folder = ?, accepted_at = ?, number_digits = ?, document = ?"
                    + " WHERE id = ?";

    /** Spares the index of folders. */
    private static final String UPDATE_DOCUMENT = "UPDATE messages SET document = ? WHERE id = ?";

    private final Map<SmscId.Key, List<SmscId>> ids = new HashMap<>();
    private final Map<String, List<SmscId.Key>> keys = new HashMap<>();
    private final Map<String, MessageRecord> records = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;

    /** @param most the number of messages that it holds between batches */
    RecordCache(int most) {
        this.most = most;
    }

    MessageRecord record(String messageId) {
        return records.get(messageId);
    }

    void add(MessageRecord record) {
        records.put(record.id(), record);
    }

    List<SmscId> ids(SmscId.Key key) {
        return ids.getOrDefault(key, List.of());
    }

    /** @return whether it was not here yet */
    boolean add(SmscId id) {
        List<SmscId> same = ids.computeIfAbsent(id.key(), unused -> new ArrayList<>(1));
        for (SmscId one : same) {
            if (one.messageId().equals(id.messageId()) && one.part() == id.part()) {
                return false;
            }
        }
        keys.computeIfAbsent(id.messageId(), unused -> new ArrayList<>(1)).add(id.key());
        return same.add(id);
    }

    void load(Connection connection, Collection<String> ids) throws SQLException {
        Rows.of(connection, SELECT, ids, row -> add(StoreJson.readRecord(row.getString(1), row.getString(2))));
    }

    static void write(Connection connection, Collection<MessageRecord> records) throws SQLException {
        List<MessageRecord> added = new ArrayList<>();
        List<MessageRecord> changed = new ArrayList<>();
        List<MessageRecord> longer = new ArrayList<>();
        for (MessageRecord record : records) {
            if (record.isChanged()) {
                (!record.isStored() ? added : record.isFolderStored() ? longer : changed).add(record);
            }
        }
        Rows.batch(connection, INSERT, added, RecordCache::set);
        Rows.batch(connection, UPDATE, changed, RecordCache::set);
        Rows.batch(connection, UPDATE_DOCUMENT, longer, (statement, record) -> {
            statement.setString(1, record.document());
            statement.setString(2, record.id());
        });
        added.forEach(MessageRecord::written);
        changed.forEach(MessageRecord::written);
        longer.forEach(MessageRecord::written);
    }

    private static void set(PreparedStatement statement, MessageRecord record) throws SQLException {
        boolean known = record.message() != null;
        statement.setString(1, known ? Rows.text(record.message().user()) : "");
        statement.setString(2, record.folder().toString());
        statement.setLong(3, Micros.of(record.acceptedAt()));
        statement.setString(4, known ? ComparableNumber.of(record.message().recipient()) : "");
        statement.setString(5, record.document());
        statement.setString(6, record.id());
    }

    /** Removes the records that were not used for longest. */
    void trim() {
        var oldest = records.keySet().iterator();
        for (int over = records.size() - most; over > 0; over--) {
            String id = oldest.next();
            oldest.remove();
            forget(id);
        }
    }

    private void forget(String messageId) {
        List<SmscId.Key> of = keys.remove(messageId);
        if (of == null) {
            return;
        }
        for (SmscId.Key key : of) {
            List<SmscId> same = ids.get(key);
            same.removeIf(id -> id.messageId().equals(messageId));
            if (same.isEmpty()) {
                ids.remove(key);
            }
        }
    }

    void clear() {
        ids.clear();
        keys.clear();
        records.clear();
    }
}
