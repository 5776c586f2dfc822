package org.caravansms.gateway.examples;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.caravansms.gateway.ExampleGateway;
import org.caravansms.store.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Examples with tables of PostgreSQL: outbox and inbox with the columns of another gateway, and the list of STOP. */
class TableExamplesTest {

    private static final String COLUMNS = "(id serial, sender varchar(255), receiver varchar(255), msg text,"
            + " senttime varchar(100), receivedtime varchar(100), operator varchar(100), msgtype varchar(160),"
            + " reference varchar(100), status varchar(20), errormsg varchar(250))";

    @RegisterExtension
    static final ExampleGateway gateway = new ExampleGateway();

    private static String url;
    private static Connection database;

    @BeforeAll
    static void createTables() throws Exception {
        url = PostgresServer.shared().freshSchema();
        database = DriverManager.getConnection(url, "sms", "");
        execute("CREATE TABLE ozekimessageout " + COLUMNS);
        execute("CREATE TABLE ozekimessagein " + COLUMNS);
        execute("CREATE TABLE stopped (number varchar(20) PRIMARY KEY)");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        database.close();
    }

    @Test
    void rowsShouldBeSentAndShowTheirStatusAndInboundMessagesBecomeRows() throws Exception {
        gateway.set("tables.url", url);
        gateway.set("tables.period", 200);
        gateway.copy("sql-tables");
        execute(
                "INSERT INTO ozekimessageout (receiver, sender, msg, msgtype, status) VALUES"
                        + " ('+36201111111', NULL, 'It''s, \"row\" one', 'SMS:TEXT', 'send'),"
                        + " ('nobody', '1616', 'row two', 'SMS:TEXT', 'send'), ('+36203333333', '1616', 'row three', NULL, 'done')");
        assertEquals(List.of("It's, \"row\" one"), gateway.texts(1));
        awaitRow("SELECT status FROM ozekimessageout WHERE id = 1 AND reference <> '' AND senttime <> ''", "delivered");
        awaitRow("SELECT status FROM ozekimessageout WHERE id = 2", "notsent");
        assertTrue(row("SELECT errormsg FROM ozekimessageout WHERE id = 2").contains("Invalid recipient"));
        assertEquals("done", row("SELECT status FROM ozekimessageout WHERE id = 3"));
        gateway.deliverFromHandset("36205555555", "1616", "To the table: 'é'");
        awaitRow("SELECT msg FROM ozekimessagein WHERE sender LIKE '%36205555555'", "To the table: 'é'");
        assertEquals(
                "1616 sandbox SMS:TEXT 1",
                row("SELECT concat_ws(' ', receiver, operator, msgtype, count(*)) FROM ozekimessagein"
                        + " WHERE receivedtime <> '' GROUP BY receiver, operator, msgtype"));
    }

    @Test
    void numberThatSentStopShouldGetNoMoreUntilItSendsStart() throws Exception {
        gateway.set("stop.url", url);
        gateway.copy("stop-list");
        gateway.send("recipient=%2B36207654321&messagedata=before");
        gateway.deliverFromHandset("36207654321", "1616", "Stop it");
        gateway.deliverFromHandset("36207654321", "1616", "\nSTOP!");
        gateway.deliverFromHandset("36207654322", "1616", "Do not stop");
        gateway.deliverFromHandset("36207654322", "1616", "stopper");
        awaitRow("SELECT string_agg(number, ' ') FROM stopped", "207654321");
        for (String spelling : List.of("%2B36207654321", "0036207654321", "06207654321", "06+20+765-4321")) {
            String refused = gateway.send("messagedata=after&recipient=" + spelling);
            assertTrue(refused.contains("The recipient asked for a stop."), spelling + refused);
        }
        gateway.send("recipient=%2B36207654322&messagedata=another");
        gateway.deliverFromHandset("06207654321", "1616", "start");
        awaitRow("SELECT count(*) FROM stopped", "0");
        gateway.send("recipient=%2B36207654321&messagedata=later");
        assertEquals(List.of("another", "before", "later"), gateway.texts(3));
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void awaitRow(String sql, String value) {
        await().until(() -> row(sql), value::equals);
    }

    private static String row(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
