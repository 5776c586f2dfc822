package org.caravansms.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A copy of a SQLite file that is in use: of the state at one moment, though it is written later. A read transaction that
 * begins at that moment sees nothing of later commits, and SQLite's backup reads by that transaction.
 */
public final class PinnedFile implements AutoCloseable {

    private final Path file;
    private final Connection connection;

    /** @param file a SQLite file of the gateway */
    public PinnedFile(Path file) {
        this.file = file;
        try {
            connection = DriverManager.getConnection(SqliteFile.url(file), SqliteFile.settings(false));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The state that is copied is that of now. */
    public void pin() {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery("SELECT COUNT(*) FROM sqlite_master").close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public void copyTo(Path copy) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "backup to '" + copy.toAbsolutePath().toString().replace("'", "''") + "'");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private StoreUnavailableException failed(SQLException failure) {
        return new StoreUnavailableException(file + " cannot be copied: " + SqliteFile.reason(failure), failure);
    }
}
