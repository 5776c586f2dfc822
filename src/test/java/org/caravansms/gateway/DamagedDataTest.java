package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;
import org.caravansms.FreePort;
import org.caravansms.store.PostgresServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A start on data of which something is missing: 600 messages wait, each named by its client, and the SMSC is away. */
class DamagedDataTest {

    private static final int WAITING = 600;

    @TempDir
    static Path folder;

    /** What a kill left, the same without the logs of the databases, and what a stop left. */
    private static Path logged;

    private static Path killed;

    private static Path stopped;

    @TempDir
    Path data;

    @BeforeAll
    static void acceptMessages() throws Exception {
        stopped = Files.createDirectory(folder.resolve("stopped"));
        logged = Files.createDirectory(folder.resolve("logged"));
        killed = Files.createDirectory(folder.resolve("killed"));
        Files.write(stopped.resolve("in-flight"), new byte[1 << 20]);
        try (RunningGateway gateway = start(stopped)) {
            for (int request = 0; request < WAITING / 100; request++) {
                gateway.send(messages(request));
            }
            await().until(() -> waiting(stopped) == WAITING && count(stopped, "events on sms.store: ") == 0);
            gateway.camel().getRouteController().stopRoute("client-ids");
            copy(stopped, logged);
        }
        copy(logged, killed);
        for (String file : List.of("store.db", "client-ids.db")) {
            emptyLog(killed.resolve(file));
        }
    }

    /** The last connection to leave writes the log into the file. */
    private static void emptyLog(Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT batches FROM progress");
        }
        assertTrue(Files.notExists(file.resolveSibling(file.getFileName() + "-wal")));
    }

    @ParameterizedTest
    @CsvSource({
        "client-ids.db, 0.5",
        "client-ids.db, 0",
        "client-ids.db, -1",
        "store.db, 0.5",
        "store.db, 0",
        "store.db, -1",
        "journal/activemq-data-1.amq, 0.5",
        "journal/activemq-data-1.amq, -1",
        "bindings/activemq-bindings-1.bindings, -1",
        "in-flight, -1"
    })
    void startOnCutDataShouldBeRefusedAndNameTheFile(String file, double left) throws Exception {
        copy(killed, data);
        cut(data.resolve(file), left);
        assertRefused(file);
        if (left == 0) {
            assertRefused(file);
        }
    }

    @ParameterizedTest
    @CsvSource({"client-ids.db, 0.9", "client-ids.db, -1", "store.db, 0.9", "store.db, -1"})
    void startOnACutLogShouldBeRefusedAndNameItsFile(String file, double left) throws Exception {
        copy(logged, data);
        cut(data.resolve(file + "-wal"), left);
        assertRefused(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal", "bindings"})
    void startWithoutAFolderShouldBeRefusedAndSucceedOnceItIsBack(String name) throws Exception {
        copy(stopped, data);
        Files.move(data.resolve(name), folder.resolve(name));
        assertRefused(name + " is missing");
        Files.move(folder.resolve(name), data.resolve(name));
        assertAllIsThere();
    }

    /** The files are as long as they were, and nobody could tell by them. */
    @Test
    void messagesThatTheStoreKnowsAndNoQueueHasShouldRefuseTheStartAndFailOnceAccepted() throws Exception {
        copy(killed, data);
        try (Stream<Path> journal = Files.list(data.resolve("journal"))) {
            for (Path file :
                    journal.filter(one -> one.toString().endsWith(".amq")).toList()) {
                overwrite(file, JournalImpl.SIZE_HEADER);
            }
        }
        assertRefused(WAITING + " messages wait");
        try (RunningGateway gateway = start(data, RunningGateway.ACCEPT_LOSS, "")) {
            String sent = gateway.send(messages(0));
            String id = sent.replaceAll("(?s).*?<messageid0>(.*?)</messageid0>.*", "$1");
            await().until(() -> gateway.post("action=getmessagebyid&username=admin&password=abc123&msgID=" + id)
                    .contains("<state>11</state>"));
        }
        start(data).close();
    }

    @ParameterizedTest
    @CsvSource({"client-ids.db, 0.5", "store.db, 0.001", "bindings, -1"})
    void startShouldGoOnWithoutWhatAPersonAccepts(String file, double left) throws Exception {
        copy(killed, data);
        cut(data.resolve(file), left);
        try (RunningGateway gateway = start(data, RunningGateway.ACCEPT_LOSS, "")) {
            assertTrue(gateway.send(messages(9)).contains("<statuscode99>0</statuscode99>"));
        }
        start(data).close();
    }

    @Test
    void fileThatCannotBeReadShouldBeKeptUnderAnotherName() throws Exception {
        copy(killed, data);
        for (String file : List.of("store.db", "client-ids.db", "journal/activemq-data-1.amq")) {
            overwrite(data.resolve(file), 0);
            assertRefused(file);
        }
        start(data, RunningGateway.ACCEPT_LOSS, "").close();
        try (Stream<Path> files = Files.walk(data)) {
            List<String> aside = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(".damaged-"))
                    .map(name -> name.replaceAll("\\d", ""))
                    .sorted()
                    .toList();
            assertEquals(
                    List.of("activemq-data-.amq.damaged--", "client-ids.db.damaged--", "store.db.damaged--"), aside);
        }
    }

    @Test
    void startAfterAKillOrOfAnOlderVersionOrAfreshShouldNotBeRefused() throws Exception {
        copy(killed, data);
        assertAllIsThere();
        Files.delete(data.resolve("inventory"));
        assertAllIsThere();
        delete(data);
        start(data).close();
    }

    @Test
    void databaseThatIsAwayOrAnotherShouldNotRefuseTheStartAndAnEmptiedOneShould() throws Exception {
        PostgresServer server = PostgresServer.shared();
        String[] first = {"SMS_STORE_URL", server.freshSchema(), "SMS_STORE_USER", "sms"};
        try (RunningGateway gateway = start(data, first)) {
            gateway.send(messages(0));
            await().until(() -> count(data, "events on sms.store: ") == 0);
        }
        server.stop();
        try {
            start(data, first).close();
        } finally {
            server.start();
        }
        start(data, first).close();
        try (Connection connection = DriverManager.getConnection(first[1], "sms", "");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE progress SET batches = 0");
        }
        assertRefused("it has 0 of the", first);
        start(data, "SMS_STORE_URL", server.freshSchema(), "SMS_STORE_USER", "sms")
                .close();
        start(data).close();
    }

    @Test
    void storeOfANewerVersionShouldRefuseTheStart() throws Exception {
        copy(stopped, data);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("store.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO \"flyway_schema_history\" SELECT 99, '999', \"description\", \"type\","
                    + " \"script\", \"checksum\", \"installed_by\", \"installed_on\", \"execution_time\", TRUE"
                    + " FROM \"flyway_schema_history\" WHERE \"version\" = '1'");
        }
        Throwable refused = assertThrows(
                        IllegalStateException.class, () -> start(data).close())
                .getCause();
        assertTrue(refused.getMessage().contains("store.db is of a newer version"), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("name another in sms.store.url"), refused.getMessage());
    }

    private void assertAllIsThere() throws Exception {
        try (RunningGateway gateway = start(data)) {
            assertEquals(WAITING, waiting(data));
        }
    }

    private void assertRefused(String what, String... more) {
        Throwable refused = assertThrows(
                        IllegalStateException.class, () -> start(data, more).close())
                .getCause();
        assertTrue(refused.getMessage().contains(what), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("bin/caravan run --accept-loss"), refused.getMessage());
    }

    private static RunningGateway start(Path data, String... more) throws IOException {
        return RunningGateway.start(data, FreePort.next(), more);
    }

    private static String messages(int request) {
        return IntStream.range(0, 100)
                .mapToObj(i -> "&recipient" + i + "=%2B36201234567&messagedata" + i + "=text&messageid" + i + "="
                        + (request * 100 + i))
                .collect(Collectors.joining("", "messagecount=100", ""));
    }

    private static int waiting(Path data) {
        return count(data, "to be sent +");
    }

    private static int count(Path data, String before) {
        return Integer.parseInt(
                new Operator(data).ask("status").text().replaceAll("(?s).*" + before + "([0-9]+).*", "$1"));
    }

    /** @param left how much of a file, -1: nothing */
    private static void cut(Path file, double left) throws IOException {
        if (left < 0) {
            delete(file);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate((long) (channel.size() * left));
        }
    }

    private static void overwrite(Path file, int from) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate((int) channel.size() - from), from);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static void delete(Path what) throws IOException {
        try (Stream<Path> files = Files.walk(what)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
