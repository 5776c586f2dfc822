package org.caravansms.broker.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.Message;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Producers over STOMP 1.2, to the octet. */
class StompTest {

    private static final String JSON = "{\"to\":\"+36201234567\",\"text\":\"Árvíz\"}";

    @RegisterExtension
    static final BrokerWithClients broker = new BrokerWithClients();

    @Test
    void messageShouldBeOnTheQueueWithItsUser() throws Exception {
        try (StompClient client = StompClient.connected(broker.port(), "anna")) {
            assertTrue(client.send("sms.submit", "SmsUser:bela\ntraceparent:00-t-s-01\npriority:9\n", JSON)
                    .startsWith("RECEIPT"));
            int length = JSON.getBytes(StandardCharsets.UTF_8).length;
            assertTrue(client.send("sms.submit", "content-length:" + length + "\n", JSON)
                    .startsWith("RECEIPT"));
        }
        List<Message> submitted = broker.submitted();
        assertEquals(2, submitted.size());
        assertEquals(JSON, submitted.get(0).getBody(String.class));
        assertEquals(JSON, new String(submitted.get(1).getBody(byte[].class), StandardCharsets.UTF_8));
        assertEquals("00-t-s-01", submitted.get(0).getStringProperty("traceparent"));
        for (Message message : submitted) {
            assertEquals("anna", message.getStringProperty("SmsUser"));
            assertEquals(4, message.getJMSPriority());
        }
    }

    @Test
    void wrongLoginShouldGetAnError() throws Exception {
        for (String user : List.of("anna", "nobody")) {
            try (StompClient client = new StompClient(broker.port())) {
                assertTrue(client.connect(user, "wrong").startsWith("ERROR"));
            }
        }
        try (StompClient client = new StompClient(broker.port())) {
            assertTrue(client.connect("dora", BrokerWithClients.PASSWORD).startsWith("ERROR"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sms.outbound",
                "sms.submit.dead",
                "activemq.management",
                "activemq.notifications",
                "sms.reply.bela"
            })
    void otherDestinationShouldGetAnError(String destination) throws Exception {
        try (StompClient client = StompClient.connected(broker.port(), "anna")) {
            String answer = client.send(destination, "", "{}");
            assertTrue(answer.startsWith("ERROR"), answer);
        }
        try (StompClient client = StompClient.connected(broker.port(), "anna")) {
            String answer = client.ask("SUBSCRIBE\nid:1\nreceipt:1\ndestination:" + destination + "\n\n\0");
            assertTrue(answer.startsWith("ERROR"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelFileName:x\n",
                "SmsReason:x\n",
                "content-encoding:gzip\n",
                "AMQ_SCHEDULED_DELAY:60000\n",
                "reply-to:sms.outbound\n"
            })
    void headerThatSteersShouldGetAnError(String header) throws Exception {
        try (StompClient client = StompClient.connected(broker.port(), "anna")) {
            String answer = client.send("sms.submit", header, "{}");
            assertTrue(answer.startsWith("ERROR") && answer.contains("The message is refused"), answer);
        }
        assertEquals(0, broker.submitted().size());
    }

    @Test
    void textInAnotherAlphabetShouldGetAnError() throws Exception {
        for (String length : List.of("", "content-length:6\n")) {
            try (StompClient client = StompClient.connected(broker.port(), "anna")) {
                String frame = "SEND\ndestination:sms.submit\nreceipt:1\n" + length + "\n{Árví}\0";
                client.write(frame.getBytes(StandardCharsets.ISO_8859_1));
                String answer = client.read();
                assertTrue(answer.startsWith("ERROR") && answer.contains("UTF-8"), answer);
            }
        }
        assertEquals(0, broker.submitted().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"content-length:100000000\n", "content-length:2147483647\n", "content-length:-5\n", "a:b\r\n"})
    void frameWithoutACertainEndShouldGetAnErrorAtOnce(String header) throws Exception {
        try (StompClient client = StompClient.connected(broker.port(), "anna")) {
            String answer = client.ask("SEND\ndestination:sms.submit\n" + header + "\n");
            assertTrue(answer.startsWith("ERROR") && answer.contains("The frame is refused"), answer);
            assertTrue(client.isEnded());
        }
    }

    @Test
    void endlessBodyShouldEndTheConnection() throws Exception {
        byte[] octets = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        try (StompClient client = StompClient.connected(broker.port(), "anna")) {
            client.write("SEND\ndestination:sms.submit\n\n".getBytes(StandardCharsets.US_ASCII));
            assertThrows(SocketException.class, () -> writeMegabytes(client, octets));
        }
    }

    private static void writeMegabytes(StompClient client, byte[] octets) throws IOException {
        for (int i = 0; i < 100 * 16; i++) {
            client.write(octets);
        }
    }

    @Test
    void octetsOfNoProtocolShouldDisturbNobody() throws Exception {
        for (String octets : List.of(
                "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "\u0016\u0003\u0001 TLS hello", "AMQP\u0000\u0009\u0009\u0009")) {
            try (StompClient stranger = new StompClient(broker.port())) {
                stranger.write(octets.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        try (StompClient client = StompClient.connected(broker.port(), "anna")) {
            assertTrue(client.send("sms.submit", "", JSON).startsWith("RECEIPT"));
        }
    }

    @Test
    void connectionWithoutABeginningShouldBeEnded() throws Exception {
        try (StompClient silent = new StompClient(broker.port())) {
            assertTrue(silent.isEnded());
        }
    }

    @Test
    void reportsShouldBeReadFromTheAddressOfTheUser() throws Exception {
        try (StompClient client = StompClient.connected(broker.port(), "anna")) {
            String answer = client.ask("SUBSCRIBE\nid:1\nreceipt:1\ndestination:sms.reply.anna/stomp\n\n\0");
            assertTrue(answer.startsWith("RECEIPT"), answer);
            broker.own().createProducer().send(broker.own().createQueue("sms.reply.anna/stomp"), "a report");
            assertTrue(client.read().contains("a report"));
        }
    }
}
