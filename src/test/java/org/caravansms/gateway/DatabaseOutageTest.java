package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.store.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store's PostgreSQL goes away under load: sending goes on, questions are told so, and once it is back the store knows
 * everything. {@code -Dcaravan.outage-seconds=60} makes it long.
 */
class DatabaseOutageTest {

    private static final int SECONDS = Integer.getInteger("caravan.outage-seconds", 1);
    private static final int EACH = 100;

    @TempDir
    Path data;

    @Test
    void outageShouldDelayTheStoreAndNothingElse() throws Exception {
        PostgresServer server = PostgresServer.shared();
        String url = server.freshSchema();
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = RunningGateway.start(
                        data,
                        smsc.port(),
                        "SMS_STORE_URL",
                        url,
                        "SMS_STORE_USER",
                        "sms",
                        "SMS_STORE_BATCH_MILLIS",
                        "50",
                        "SMS_STORE_QUERY_WAIT_MILLIS",
                        "300")) {
            gateway.send(messages());
            await().atMost(Duration.ofSeconds(20)).until(() -> delivered(url) == EACH);
            server.stop();
            int sent = EACH;
            try {
                sent += sendUntilNoticed(gateway);
                int all = sent;
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> smsc.received().size() == all);
            } finally {
                server.start();
            }
            int all = sent;
            await().atMost(Duration.ofSeconds(60)).until(() -> delivered(url) == all);
            assertEquals(all, smsc.receipts().acknowledged());
            System.out.println("database outage: " + SECONDS + " s, " + all + " messages, all delivered in the store");
        }
    }

    /** For as long as the outage is to last, and until a question is told of it. */
    private static int sendUntilNoticed(RunningGateway gateway) {
        AtomicInteger sent = new AtomicInteger();
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(SECONDS + 30))
                .during(Duration.ofSeconds(SECONDS))
                .until(() -> {
                    assertTrue(gateway.send(messages()).contains("<statuscode99>0</statuscode99>"));
                    sent.addAndGet(EACH);
                    return gateway.post("action=getmessagebyid&username=admin&password=abc123&msgID=x")
                            .contains("<errorcode>26</errorcode>");
                });
        return sent.get();
    }

    private static String messages() {
        return IntStream.range(0, EACH)
                .mapToObj(i -> "&recipient" + i + "=%2B36201234" + i + "&messagedata" + i + "=text+" + i)
                .collect(Collectors.joining("", "messagecount=" + EACH, ""));
    }

    private static int delivered(String url) {
        try (Connection connection = DriverManager.getConnection(url, "sms", "");
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "SELECT COUNT(*) FROM messages WHERE document LIKE '%\"t\":\"receipt\"%\"s\":2%'")) {
            count.next();
            return count.getInt(1);
        } catch (SQLException e) {
            return -1;
        }
    }
}
