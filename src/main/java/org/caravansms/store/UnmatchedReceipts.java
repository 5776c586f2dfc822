package org.caravansms.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravansms.message.Event;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmscIds;

/**
 * The receipts without a message: the table {@code parked_receipts}, with their possible ids in memory, so that a
 * message finds its receipts without a query.
 */
final class UnmatchedReceipts {

    private static final int IN_MEMORY = 100_000;
    private static final String SELECT =
            "SELECT id, smsc, document FROM parked_receipts ORDER BY parked_at DESC LIMIT " + IN_MEMORY;
    private static final String INSERT =
            "INSERT INTO parked_receipts (id, smsc, parked_at, number_digits, document) VALUES (?,?,?,?,?)";
    private static final String DELETE = "DELETE FROM parked_receipts WHERE id = ?";

    private final Map<String, Waiting> byRow = new LinkedHashMap<>();
    private final Map<SmscId.Key, List<String>> byKey = new HashMap<>();
    private final List<String> removed = new ArrayList<>();
    private final List<Waiting> added = new ArrayList<>();
    private boolean loaded;

    private record Waiting(String row, String smsc, Event event) {
        List<SmscId.Key> keys() {
            return receipt().ids().stream()
                    .flatMap(id -> SmscIds.candidates(id).stream())
                    .distinct()
                    .map(id -> new SmscId.Key(smsc, SmscId.limited(id)))
                    .toList();
        }

        Receipt receipt() {
            return (Receipt) event.subject();
        }
    }

    void load(Connection connection) throws SQLException {
        if (loaded) {
            return;
        }
        Rows.list(
                        connection,
                        SELECT,
                        row -> new Waiting(row.getString(1), row.getString(2), StoreJson.readReceipt(row.getString(3))))
                .forEach(this::remember);
        loaded = true;
    }

    /** The same receipt again, after a crash, is the same row. */
    void add(String smsc, Event event) {
        String document = StoreJson.writeReceipt(event);
        String row = UUID.nameUUIDFromBytes((smsc + document).getBytes(StandardCharsets.UTF_8))
                .toString();
        Waiting waiting = new Waiting(row, smsc, event);
        if (!byRow.containsKey(row)) {
            remember(waiting);
            added.add(waiting);
        }
    }

    private void remember(Waiting waiting) {
        if (byRow.size() < IN_MEMORY) {
            byRow.put(waiting.row(), waiting);
            waiting.keys().forEach(key -> byKey.computeIfAbsent(key, unused -> new ArrayList<>(1))
                    .add(waiting.row()));
        }
    }

    boolean isEmpty() {
        return byRow.isEmpty();
    }

    /**
     * @param written the id in its spelling: receipts with this spelling go first, and leave the others to other
     *     messages
     * @return the receipts that waited for this id, and are removed
     */
    List<Event> take(SmscId.Key key, String written) {
        List<String> rows = byKey.getOrDefault(key, List.of());
        List<String> sameSpelling = rows.stream()
                .filter(row -> byRow.get(row).receipt().ids().contains(written.strip()))
                .toList();
        return (sameSpelling.isEmpty() ? List.copyOf(rows) : sameSpelling)
                .stream().map(this::take).toList();
    }

    private Event take(String row) {
        Waiting waiting = byRow.remove(row);
        for (SmscId.Key key : waiting.keys()) {
            List<String> rows = byKey.get(key);
            rows.remove(row);
            if (rows.isEmpty()) {
                byKey.remove(key);
            }
        }
        if (!added.remove(waiting)) {
            removed.add(row);
        }
        return waiting.event();
    }

    void write(Connection connection) throws SQLException {
        Rows.batch(connection, DELETE, removed, (statement, row) -> statement.setString(1, row));
        Rows.batch(connection, INSERT, added, (statement, waiting) -> {
            statement.setString(1, waiting.row());
            statement.setString(2, waiting.smsc());
            statement.setLong(3, Micros.of(waiting.event().at()));
            statement.setString(4, ComparableNumber.of(waiting.receipt().source()));
            statement.setString(5, Rows.text(StoreJson.writeReceipt(waiting.event())));
        });
        removed.clear();
        added.clear();
    }

    void clear() {
        byRow.clear();
        byKey.clear();
        removed.clear();
        added.clear();
        loaded = false;
    }
}
