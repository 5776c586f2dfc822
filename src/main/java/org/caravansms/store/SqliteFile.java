package org.caravansms.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A database in a file: SQLite with a write-ahead log, in which a commit is synced when it returns. One connection
 * writes; others read beside it, and wait for nothing.
 */
public final class SqliteFile {

    static final String URL = "jdbc:sqlite:";

    private static final String LIBRARY_FOLDER = "org.sqlite.tmpdir";

    private static final int BUSY_MILLIS = 5_000;
    private static final int WRITE_CACHE_KIBIBYTES = 16_384;
    private static final int READ_CACHE_KIBIBYTES = 2_048;
    private static final int LOG_PAGES = 8_000;
    private static final int LOG_OCTETS = 64 << 20;

    private SqliteFile() {}

    public static String url(Path file) {
        return URL + file.toAbsolutePath();
    }

    /** @param writes whether a transaction has the file for itself from its beginning */
    static Properties settings(boolean writes) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(writes ? TransactionMode.IMMEDIATE : TransactionMode.DEFERRED);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-(writes ? WRITE_CACHE_KIBIBYTES : READ_CACHE_KIBIBYTES));
        config.setJournalSizeLimit(LOG_OCTETS);
        config.setTempStore(TempStore.MEMORY);
        return config.toProperties();
    }

    /** @return what else a new connection needs: the log goes into the file when it is large, and readers only read */
    static String firstStatement(boolean writes) {
        return writes ? "PRAGMA wal_autocheckpoint = " + LOG_PAGES : "PRAGMA query_only = TRUE";
    }

    /** @return the result code, which has nothing of a row; a fault of the driver has none */
    static String reason(SQLException failure) {
        if (failure instanceof SQLiteException sqlite) {
            return sqlite.getResultCode().name();
        }
        return failure.getCause() instanceof NativeLibraryNotFoundException
                ? "SQLite's library cannot be loaded from " + System.getProperty(LIBRARY_FOLDER)
                        + ": see that it is not mounted noexec, or name another folder by JAVA_OPTS=-D"
                        + LIBRARY_FOLDER + "=FOLDER"
                : String.valueOf(failure.getMessage());
    }

    /** Whether a file cannot be read because it is damaged, and not because of locks or permissions. */
    public static boolean isDamaged(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLiteException sql && isDamage(sql.getErrorCode() & 0xff));
    }

    private static boolean isDamage(int code) {
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /** @return the file, its log and the index of its log, which belong together */
    public static List<Path> parts(Path file) {
        return Stream.of("", "-wal", "-shm")
                .map(end -> file.resolveSibling(file.getFileName() + end))
                .toList();
    }

    /** Has the driver unpack SQLite's library there, unless the Java option of that name has another folder. */
    public static void unpackLibraryInto(Path folder) {
        System.getProperties()
                .putIfAbsent(LIBRARY_FOLDER, folder.toAbsolutePath().toString());
    }
}
