package org.caravansms.store;

import static org.caravansms.store.StoreAnswers.accepted;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreOutageTest {

    @Test
    void storeShouldGoOnWhenPostgresqlIsBack() throws Exception {
        PostgresServer server = PostgresServer.shared();
        try (Database database = new Database(server.freshSchema(), "sms", "")) {
            ApplyEvents events = events(database);
            MessageStore messages = new MessageStore(database, Clock.systemUTC(), 0);
            events.applied(List.of(accepted("before")));
            server.stop();
            try {
                assertThrows(StoreUnavailableException.class, () -> events.applied(List.of(accepted("after"))));
            } finally {
                server.start();
            }
            events.applied(List.of(accepted("after")));
            assertTrue(messages.find("before").isPresent());
            assertTrue(messages.find("after").isPresent());
        }
    }

    @Test
    void absentDatabaseShouldBeNamedWithoutItsPassword() throws Exception {
        String place = "127.0.0.1:" + closedPort();
        String url = "jdbc:postgresql://" + place + "/sms?password=secret";
        try (Database database = new Database(url, "sms", "secret")) {
            StoreUnavailableException thrown = assertThrows(
                    StoreUnavailableException.class, () -> events(database).applied(List.of()));
            assertTrue(thrown.getMessage().contains(place), thrown.getMessage());
            assertFalse(thrown.getMessage().contains("secret"), thrown.getMessage());
        }
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

    private static int closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
