package org.caravansms.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
 * The receipts that no message was found for yet: the table {@code parked_receipts}, and what each of them may be called
 * in memory, so that a message finds its receipts without a question to the database.
 */
final class UnmatchedReceipts {

    private static final int IN_MEMORY = 100_000;
    private static final String SELECT =
            "SELECT id, smsc, document FROM parked_receipts ORDER BY parked_at DESC FETCH FIRST " + IN_MEMORY
                    + " ROWS ONLY";
    private static final String INSERT =
            "INSERT INTO parked_receipts (id, smsc, parked_at, number_digits, document) VALUES (?,?,?,?,?)";
    private static final String DELETE = "DELETE FROM parked_receipts WHERE id = ?";

    private final Map<String, Waiting> byRow = new LinkedHashMap<>();
    private final Map<SmscId.Key, List<String>> byKey = new HashMap<>();
    private final List<String> gone = new ArrayList<>();
    private final List<Waiting> fresh = new ArrayList<>();
    private boolean loaded;

    private record Waiting(String row, String smsc, Event event) {
        List<SmscId.Key> keys() {
            return receipt().ids().stream()
                    .flatMap(id -> SmscIds.candidates(id).stream())
                    .distinct()
                    .map(id -> new SmscId.Key(smsc, SmscIdRows.kept(id)))
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
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            Rows.take(
                    statement,
                    row -> remember(new Waiting(
                            row.getString(1), row.getString(2), UnmatchedReceiptJson.read(row.getString(3)))));
        }
        loaded = true;
    }

    /** The same receipt again, after a crash, is the same row. */
    void park(String smsc, Event event) {
        String document = UnmatchedReceiptJson.write(event);
        String row = UUID.nameUUIDFromBytes((smsc + document).getBytes(StandardCharsets.UTF_8))
                .toString();
        Waiting waiting = new Waiting(row, smsc, event);
        if (!byRow.containsKey(row)) {
            remember(waiting);
            fresh.add(waiting);
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
     * @param written the id as it is spelled: where receipts are, the others wait on for a message of theirs
     * @return the receipts that have waited for this id, which they do no more
     */
    List<Event> take(SmscId.Key key, String written) {
        List<String> rows = byKey.getOrDefault(key, List.of());
        List<String> spelledSo = rows.stream()
                .filter(row -> byRow.get(row).receipt().ids().contains(written.strip()))
                .toList();
        return (spelledSo.isEmpty() ? List.copyOf(rows) : spelledSo)
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
        if (!fresh.remove(waiting)) {
            gone.add(row);
        }
        return waiting.event();
    }

    void write(Connection connection) throws SQLException {
        Rows.batch(connection, DELETE, gone, (statement, row) -> statement.setString(1, row));
        Rows.batch(connection, INSERT, fresh, (statement, waiting) -> {
            statement.setString(1, waiting.row());
            statement.setString(2, waiting.smsc());
            statement.setLong(3, Micros.of(waiting.event().at()));
            statement.setString(4, ComparableNumber.of(waiting.receipt().source()));
            statement.setString(5, Rows.text(UnmatchedReceiptJson.write(waiting.event())));
        });
        gone.clear();
        fresh.clear();
    }

    void clear() {
        byRow.clear();
        byKey.clear();
        gone.clear();
        fresh.clear();
        loaded = false;
    }
}
