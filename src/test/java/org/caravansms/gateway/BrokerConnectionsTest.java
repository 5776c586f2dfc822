package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.caravansms.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway with its listener for other programs, over TLS: a user gets its own events, and HTTP goes on. */
class BrokerConnectionsTest {

    private static final int MILLIS = 10_000;

    @TempDir
    Path home;

    @Test
    void userShouldReceiveItsOwnEventsAndNoOthers() throws Exception {
        int port = FreePort.next();
        Path users = Files.writeString(home.resolve("users.properties"), users());
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = RunningGateway.start(
                        home.resolve("data"),
                        smsc.port(),
                        "SMS_BROKER_LISTEN",
                        "127.0.0.1:" + port,
                        "SMS_BROKER_TLS",
                        "true",
                        "SMS_API_USERS_FILE",
                        users.toString());
                JMSContext client = connect(port)) {
            JMSConsumer events = client.createConsumer(client.createTopic("sms.user-events.admin"));
            gateway.post(
                    "action=sendmessage&username=other&password=abc123&recipient=%2B36201111111&messagedata=other");
            gateway.send("recipient=%2B36202222222&messagedata=own");
            await().until(() -> smsc.texts().size() == 2);
            List<String> types = new ArrayList<>();
            while (!types.contains("submitted")) {
                String text = events.receiveBody(String.class, MILLIS);
                assertFalse(text.contains("\"other\""), text);
                JsonNode all = new JsonMapper().readTree(text).path("events");
                all.forEach(event -> types.add(event.path("type").asText()));
            }
            assertEquals(List.of("accepted", "submitted"), types.subList(0, 2));
        }
    }

    @Test
    void portInUseShouldStopTheStartAndNameTheSetting() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            String address = "127.0.0.1:" + other.getLocalPort();
            IllegalStateException refusal = assertThrows(
                    IllegalStateException.class,
                    () -> RunningGateway.start(home.resolve("data"), FreePort.next(), "SMS_BROKER_LISTEN", address));
            assertTrue(
                    refusal.getCause().toString().contains("sms.broker.listen: nothing can listen to " + address),
                    refusal.getCause().toString());
        }
    }

    private static JMSContext connect(int port) {
        String address = "amqps://127.0.0.1:" + port + "?transport.trustAll=true&transport.verifyHost=false";
        return new JmsConnectionFactory("admin", "abc123", address).createContext();
    }

    private static String users() throws Exception {
        String shipped = Files.readString(Path.of("config/users.properties"));
        String hash = shipped.lines()
                .filter(line -> line.startsWith("admin.password="))
                .findFirst()
                .orElseThrow();
        return shipped + "\nadmin.queue=receive\n" + hash.replace("admin", "other") + "\n";
    }
}
