package org.caravansms.store;

import static org.caravansms.store.StoreAnswers.accepted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {

    private static final int BATCHES = 20;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("store.db");
    }

    @Test
    void commitShouldBeSyncedInALogThatReadersDoNotWaitFor() {
        try (Database database = open(file)) {
            assertEquals("wal", database.inTransaction(connection -> pragma(connection, "journal_mode")));
            assertEquals("2", database.inTransaction(connection -> pragma(connection, "synchronous")));
        }
    }

    @Test
    void queryShouldSeeTheLastCommitWhileATransactionWrites() {
        try (Database database = open(file)) {
            StoreProgress progress = new StoreProgress(database);
            long during = database.inTransaction(connection -> {
                StoreProgress.next(connection);
                return progress.batches();
            });
            assertEquals(0, during);
            assertEquals(1, progress.batches());
        }
    }

    @Test
    void queryShouldNotWrite() {
        try (Database database = open(file)) {
            assertTrue(assertThrows(StoreUnavailableException.class, () -> database.query(StoreProgress::next))
                    .getMessage()
                    .contains("SQLITE_READONLY"));
        }
    }

    /** A power cut drops what was not synced: the log ends anywhere, or has rubbish from there on. */
    @Test
    void storeShouldHaveTheFirstBatchesAndNothingOfTheOthersWhenTheLogLostItsEnd() throws Exception {
        Path cut = Files.createDirectory(folder.resolve("cut"));
        try (Database database = open(file)) {
            ApplyEvents events = events(database);
            for (int batch = 1; batch <= BATCHES; batch++) {
                events.applied(List.of(accepted("a" + batch), accepted("b" + batch)));
            }
            Random random = new Random(38);
            long least = BATCHES;
            for (int i = 0; i < 30; i++) {
                least = Math.min(least, batchesAfter(copy(cut), random));
            }
            assertTrue(least < BATCHES, "no batch was cut off");
        }
    }

    private static long batchesAfter(Path copy, Random random) throws Exception {
        try (FileChannel log = FileChannel.open(copy.resolveSibling("store.db-wal"), StandardOpenOption.WRITE)) {
            long from = random.nextLong(log.size());
            byte[] rubbish = new byte[random.nextInt(10_000)];
            random.nextBytes(rubbish);
            log.truncate(from);
            log.write(java.nio.ByteBuffer.wrap(rubbish), from);
        }
        try (Database database = open(copy)) {
            MessageStore messages = new MessageStore(database, Clock.systemUTC(), 0);
            long batches = new StoreProgress(database).batches();
            for (int batch = 1; batch <= BATCHES; batch++) {
                assertEquals(batch <= batches, messages.find("a" + batch).isPresent(), "batch " + batch);
                assertEquals(batch <= batches, messages.find("b" + batch).isPresent(), "batch " + batch);
            }
            return batches;
        }
    }

    /** Without the index of the log, which is memory that the connections share. */
    private Path copy(Path to) throws IOException {
        for (Path part : SqliteFile.parts(to.resolve("store.db"))) {
            Files.deleteIfExists(part);
        }
        for (Path part : SqliteFile.parts(file).subList(0, 2)) {
            Files.copy(part, to.resolve(part.getFileName()));
        }
        return to.resolve("store.db");
    }

    @Test
    void onlyAFileWithOtherContentsShouldBeDamaged() throws Exception {
        Files.write(file, new byte[100_000]);
        assertTrue(SqliteFile.isDamaged(assertThrows(RuntimeException.class, () -> open(file))));
        assertTrue(!SqliteFile.isDamaged(assertThrows(RuntimeException.class, () -> open(folder))));
        Path away = folder.resolve("away/store.db");
        assertTrue(!SqliteFile.isDamaged(assertThrows(RuntimeException.class, () -> open(away))));
    }

    @Test
    void noOtherProgramShouldWrite() throws Exception {
        try (Database database = open(file);
                Connection other = DriverManager.getConnection(SqliteFile.url(file) + "?busy_timeout=1")) {
            assertEquals(
                    "0",
                    Rows.list(other, "SELECT batches FROM progress", row -> row.getString(1))
                            .get(0));
            SQLException refused =
                    assertThrows(SQLException.class, () -> Rows.update(other, "UPDATE progress SET batches = 7"));
            assertEquals("SQLITE_BUSY", SqliteFile.reason(refused));
        }
    }

    private static Database open(Path file) {
        Database database = new Database(SqliteFile.url(file), "", "");
        database.open();
        return database;
    }

    private static ApplyEvents events(Database database) {
        return new ApplyEvents(
                database,
                Clock.systemUTC(),
                provider -> provider,
                message -> false,
                message -> "ann",
                Duration.ofDays(1),
                (alphabet, octets) -> "",
                batches -> {});
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        return Rows.list(connection, "PRAGMA " + name, row -> row.getString(1)).get(0);
    }
}
