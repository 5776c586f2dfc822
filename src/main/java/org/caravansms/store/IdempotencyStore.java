package org.caravansms.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The messages with ids of their clients, in a SQLite file for as long as the gateway guarantees to send them once.
 * They are copies from a queue: after a crash each message is here or still on that queue.
 */
public final class IdempotencyStore implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS messages (client_key TEXT PRIMARY KEY, stored_at INTEGER NOT NULL,"
                    + " document TEXT NOT NULL) WITHOUT ROWID",
            "CREATE INDEX IF NOT EXISTS messages_by_age ON messages (stored_at)",
            "CREATE TABLE IF NOT EXISTS progress (batches INTEGER NOT NULL)",
            "INSERT INTO progress SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM progress)");
    private static final String FIND = "SELECT document FROM messages WHERE client_key = ? AND stored_at > ?";
    private static final String BATCHES = "SELECT batches FROM progress";
    private static final String NEXT = "UPDATE progress SET batches = batches + 1";
    private static final String FORGET = "DELETE FROM messages WHERE stored_at <= ?";
    private static final String STORE =
            "INSERT INTO messages (client_key, stored_at, document) VALUES (?,?,?) ON CONFLICT DO NOTHING";

    private final Connection writer;
    private final Connection reader;
    private final PreparedStatement find;
    private final long retentionMillis;
    private final Clock clock;
    private final LongConsumer synced;

    /**
     * @param file the store's file, made when it is missing
     * @param retention how long a message is found
     * @param synced receives the number of batches on disk
     * @throws StoreUnavailableException when the file cannot be used
     */
    public IdempotencyStore(Path file, Duration retention, Clock clock, LongConsumer synced) {
        this.retentionMillis = retention.toMillis();
        this.clock = clock;
        this.synced = synced;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.writer = open(file);
            this.reader = DriverManager.getConnection(SqliteFile.url(file), SqliteFile.settings(false));
            this.find = reader.prepareStatement(FIND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Connection open(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection(SqliteFile.url(file), SqliteFile.settings(true));
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            connection.commit();
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** @return the number of batches: it is less than before when the end of the file is missing */
    public synchronized long batches() {
        try {
            return Rows.list(writer, BATCHES, row -> row.getLong(1)).get(0);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** @return the message of the key, unless it has expired */
    public Optional<String> find(String key) {
        synchronized (find) {
            try {
                find.setString(1, key);
                find.setLong(2, expired());
                try (ResultSet row = find.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            } catch (SQLException e) {
                throw failed(e);
            }
        }
    }

    /** Stores all of them and removes expired ones; they are on disk when it returns. */
    public synchronized void store(Map<String, String> messagesByKey) {
        try {
            write(messagesByKey);
            writer.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
        synced.accept(batches());
    }

    /** Without the expired ones a key is free again. */
    private void write(Map<String, String> messagesByKey) throws SQLException {
        try {
            Rows.update(writer, FORGET, expired());
            long now = clock.millis();
            Rows.batch(writer, STORE, List.copyOf(messagesByKey.entrySet()), (statement, message) -> {
                statement.setString(1, message.getKey());
                statement.setLong(2, now);
                statement.setString(3, message.getValue());
            });
            Rows.update(writer, NEXT);
        } catch (SQLException e) {
            writer.rollback();
            throw e;
        }
    }

    private long expired() {
        return clock.millis() - retentionMillis;
    }

    private static StoreUnavailableException failed(SQLException failure) {
        return new StoreUnavailableException("The ids of the clients: " + SqliteFile.reason(failure), failure);
    }

    @Override
    public synchronized void close() {
        try {
            reader.close();
            writer.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
