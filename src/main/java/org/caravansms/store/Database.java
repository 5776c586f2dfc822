package org.caravansms.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.Closeable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteException;

/**
 * The database of the store, a SQLite file or PostgreSQL. The first use connects to it and migrates it to the schema of
 * this version: a gateway starts and works without it.
 */
public final class Database implements Closeable {

    private static final int CONNECTIONS = 8;
    private static final long TIMEOUT_MILLIS = 5_000;
    private static final String MIGRATIONS = "classpath:org/caravansms/store/migration";
    private static final String OF_SQLITE = "classpath:org/caravansms/store/sqlite";
    private static final Properties OF_POSTGRESQL = new Properties();

    static {
        OF_POSTGRESQL.putAll(Map.of(
                "reWriteBatchedInserts",
                "true",
                // a plan that was made while the tables were empty reads all of them for ever
                "options",
                "-c plan_cache_mode=force_custom_plan",
                "connectTimeout",
                "5",
                "socketTimeout",
                "60"));
    }

    private final String url;
    private final String user;
    private final String password;
    private final boolean isFile;
    private Pools pools;

    /** @param url of JDBC */
    public Database(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.isFile = url.startsWith(SqliteFile.URL);
    }

    /** One pool for both on PostgreSQL; on SQLite the one connection that writes, and those that read. */
    private record Pools(HikariDataSource writers, HikariDataSource readers) {
        Stream<HikariDataSource> all() {
            return Stream.of(readers, writers).distinct();
        }
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
        pools();
    }

    /**
     * Work that writes.
     *
     * @throws StoreUnavailableException when it failed; the pool rolls back what is not committed
     */
    <T> T inTransaction(Work<T> work) {
        return on(pools().writers(), work);
    }

    /** Work that only reads: in SQLite it does not wait for the one that writes. */
    <T> T query(Work<T> work) {
        return on(pools().readers(), work);
    }

    private <T> T on(HikariDataSource pool, Work<T> work) {
        try (Connection connection = pool.getConnection()) {
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
        if (failure instanceof SQLiteException) {
            return SqliteFile.reason(failure);
        }
        String state = String.valueOf(failure.getSQLState());
        boolean ofConnections = state.startsWith("08") || state.startsWith("28") || state.startsWith("57P");
        return ofConnections ? failure.getMessage() : "SQL state " + state;
    }

    /** After a failure the other connections may lead to a server that has stopped, too. */
    private synchronized void forgetConnections() {
        if (pools != null) {
            pools.all().forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
        }
    }

    private synchronized Pools pools() {
        if (pools == null) {
            HikariDataSource writers = connected(isFile ? 1 : CONNECTIONS, true);
            try {
                migrate(writers);
                pools = new Pools(writers, isFile ? connected(CONNECTIONS, false) : writers);
            } catch (StoreUnavailableException e) {
                writers.close();
                throw e;
            }
        }
        return pools;
    }

    private void migrate(HikariDataSource pool) {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(pool)
                    .locations(isFile ? new String[] {MIGRATIONS, OF_SQLITE} : new String[] {MIGRATIONS})
                    // Flyway ignores the migrations of a newer version by default
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new WrongStoreException(
                    "The store " + this + " is of a newer version, or is not Caravan's: " + rootOf(e), e);
        }
    }

    private HikariDataSource connected(int connections, boolean writes) {
        try {
            return new HikariDataSource(configuration(connections, writes));
        } catch (PoolInitializationException e) {
            throw new StoreUnavailableException("The store " + this + " cannot be reached: " + rootOf(e), e);
        }
    }

    private HikariConfig configuration(int connections, boolean writes) {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName("store");
        configuration.setJdbcUrl(url);
        configuration.setUsername(user);
        configuration.setPassword(password);
        configuration.setAutoCommit(false);
        configuration.setMaximumPoolSize(connections);
        configuration.setMinimumIdle(1);
        configuration.setConnectionTimeout(TIMEOUT_MILLIS);
        if (isFile) {
            // a server may be restarting, a file is not
            configuration.setInitializationFailTimeout(1);
            configuration.setDataSourceProperties(SqliteFile.settings(writes));
            configuration.setConnectionInitSql(SqliteFile.firstStatement(writes));
        } else {
            configuration.setInitializationFailTimeout(TIMEOUT_MILLIS);
            configuration.setDataSourceProperties(OF_POSTGRESQL);
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
        if (pools != null) {
            pools.all().forEach(HikariDataSource::close);
        }
        pools = null;
    }

    /** @return where it is, without the parameters behind the address, which may be a password */
    @Override
    public String toString() {
        return url.replaceAll("[;?].*", "");
    }
}
