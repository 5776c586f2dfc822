package org.caravansms.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.Closeable;
import java.io.EOFException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * The database of the store, H2 or PostgreSQL. The first use connects to it and migrates it to the schema of this
 * version: a gateway starts and works without it.
 */
public final class Database implements Closeable {

    private static final int CONNECTIONS = 8;
    private static final long TIMEOUT_MILLIS = 5_000;
    private static final String MIGRATIONS = "classpath:org/caravansms/store/migration";

    private final String url;
    private final String user;
    private final String password;
    private HikariDataSource pool;

    /** @param url of JDBC */
    public Database(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** The work of one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * @throws StoreUnavailableException when it cannot be used
     */
    public void open() {
        pool();
    }

    /** Whether a file of H2 could not be opened because it is damaged, and not because of locks or permissions. */
    public static boolean isDamaged(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof EOFException
                        || cause instanceof MVStoreException h2 && h2.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT
                        || cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.FILE_CORRUPTED_1);
    }

    /** @throws StoreUnavailableException when it failed; the pool rolls back what is not committed */
    <T> T inTransaction(Work<T> work) {
        try (Connection connection = pool().getConnection()) {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            forgetConnections();
            throw new StoreUnavailableException("The store " + this + " failed: " + messageOf(e), null);
        }
    }

    /** An error about a row may contain the row; an error about a connection does not. */
    private static String messageOf(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        boolean ofConnections = state.startsWith("08") || state.startsWith("28") || state.startsWith("57P");
        return ofConnections ? failure.getMessage() : "SQL state " + state;
    }

    /** After a failure the other connections may lead to a server that has stopped, too. */
    private synchronized void forgetConnections() {
        if (pool != null && pool.getHikariPoolMXBean() != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    private synchronized HikariDataSource pool() {
        if (pool == null) {
            HikariDataSource made = connected();
            try {
                Flyway.configure(Database.class.getClassLoader())
                        .dataSource(made)
                        .locations(MIGRATIONS)
                        // Flyway ignores the migrations of a newer version by default
                        .ignoreMigrationPatterns(new String[0])
                        .load()
                        .migrate();
            } catch (FlywayException e) {
                made.close();
                throw new WrongStoreException(
                        "The store " + this + " is of a newer version, or is not Caravan's: " + rootOf(e), e);
            }
            pool = made;
        }
        return pool;
    }

    private HikariDataSource connected() {
        try {
            return new HikariDataSource(configuration());
        } catch (PoolInitializationException e) {
            throw new StoreUnavailableException("The store " + this + " cannot be reached: " + rootOf(e), e);
        }
    }

    private HikariConfig configuration() {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName("store");
        configuration.setJdbcUrl(url);
        configuration.setUsername(user);
        configuration.setPassword(password);
        configuration.setAutoCommit(false);
        configuration.setMaximumPoolSize(CONNECTIONS);
        configuration.setMinimumIdle(1);
        configuration.setConnectionTimeout(TIMEOUT_MILLIS);
        // a server may be restarting, a file is not
        configuration.setInitializationFailTimeout(url.startsWith("jdbc:h2:file:") ? 1 : TIMEOUT_MILLIS);
        if (url.startsWith("jdbc:postgresql:")) {
            configuration.addDataSourceProperty("reWriteBatchedInserts", "true");
            // a plan that was made while the tables were empty reads all of them for ever
            configuration.addDataSourceProperty("options", "-c plan_cache_mode=force_custom_plan");
            configuration.addDataSourceProperty("connectTimeout", "5");
            configuration.addDataSourceProperty("socketTimeout", "60");
        }
        return configuration;
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().limit(2).collect(Collectors.joining(" "));
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
        pool = null;
    }

    /** @return where it is, without the parameters behind the address, which may be a password */
    @Override
    public String toString() {
        return url.replaceAll("[;?].*", "");
    }
}
