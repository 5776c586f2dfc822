package org.caravansms.broker.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages that a program may not send: it is told why, and goes on with the same connection. */
class RefusedMessagesTest {

    private static final int MEGABYTES = 100;

    @RegisterExtension
    static final BrokerWithClients broker = new BrokerWithClients();

    @ParameterizedTest
    @EnumSource
    void bodyThatIsNoTextShouldBeRefused(JmsClient client) throws Exception {
        try (JMSContext context = client.connect(broker, "anna")) {
            refused(context, "a serialized object", context.createObjectMessage(new ArrayList<>(List.of("x"))));
            refused(context, "neither text nor bytes", context.createMapMessage());
            refused(context, "neither text nor bytes", context.createStreamMessage());
            refused(context, "UTF-8", bytes(context, "Árvíz".getBytes(StandardCharsets.ISO_8859_1)));
            accepted(context, bytes(context, "Árvíz".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void propertyThatSteersShouldBeRefused(JmsClient client) throws Exception {
        try (JMSContext context = client.connect(broker, "anna")) {
            for (String name : List.of("CamelFileName", "cAMELHttpUri", "SmsReason", "smsid")) {
                Message message = context.createTextMessage("{}");
                message.setStringProperty(name, "x");
                refused(context, name, message);
            }
            Message grouped = context.createTextMessage("{}");
            grouped.setStringProperty("JMSXGroupID", "x");
            refused(context, "groups", grouped);
            accepted(context, context.createTextMessage("{}"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void laterDeliveryShouldBeRefused(JmsClient client) throws Exception {
        try (JMSContext context = client.connect(broker, "anna")) {
            JMSProducer producer = context.createProducer().setDeliveryDelay(60_000);
            refused("sendAt", () -> producer.send(submit(context), "{}"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportsShouldGoToQueuesOfTheUserOnly(JmsClient client) throws Exception {
        try (JMSContext context = client.connect(broker, "anna")) {
            for (String name : List.of("sms.outbound", "activemq.management", "sms.reply.bela", "sms.reply.annab")) {
                Message message = context.createTextMessage("{}");
                message.setJMSReplyTo(context.createQueue(name));
                refused(context, "reply address", message);
            }
            for (Destination own :
                    List.of(context.createTemporaryQueue(), context.createQueue("sms.reply.anna/orders"))) {
                Message message = context.createTextMessage("{}");
                message.setJMSReplyTo(own);
                accepted(context, message);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void topicShouldBeRefused(JmsClient client) throws Exception {
        try (JMSContext context = client.connect(broker, "anna")) {
            assertThrows(JMSRuntimeException.class, () -> context.createProducer()
                    .send(context.createTopic("sms.submit"), "{}"));
        }
        assertEquals(0, broker.submitted().size());
    }

    @ParameterizedTest
    @EnumSource
    void largeTextShouldBeRefused(JmsClient client) throws Exception {
        try (JMSContext context = client.connect(broker, "anna")) {
            // Artemis's own protocol has two octets a character, and sends more than 100 KiB in pieces
            refused(
                    context,
                    "64 kB",
                    context.createTextMessage("x".repeat(client == JmsClient.AMQP ? 70_000 : 40_000)));
            accepted(context, context.createTextMessage("x".repeat(30_000)));
        }
    }

    @Test
    void manyMegabytesOverArtemisOwnProtocolShouldLeaveNoFile() throws Exception {
        for (boolean compressed : List.of(false, true)) {
            ActiveMQConnectionFactory factory = broker.core("anna");
            factory.setCompressLargeMessage(compressed);
            try (JMSContext context = factory.createContext()) {
                refused(context, "in pieces", bytes(context, random(MEGABYTES / 4)));
                accepted(context, context.createTextMessage("{}"));
            }
        }
        assertEquals(0, largeFiles());
    }

    @Test
    void packetOfManyMegabytesShouldEndTheConnection() throws Exception {
        ActiveMQConnectionFactory factory = broker.core("anna");
        factory.setMinLargeMessageSize(Integer.MAX_VALUE);
        try (JMSContext context = factory.createContext()) {
            Message message = bytes(context, random(MEGABYTES / 4));
            assertThrows(
                    JMSRuntimeException.class, () -> context.createProducer().send(submit(context), message));
        }
        assertEquals(0, largeFiles());
    }

    @Test
    void manyMegabytesOverAmqpShouldLeaveNoFile() throws Exception {
        try (JMSContext context = broker.amqp("anna").createContext()) {
            Message message = bytes(context, random(MEGABYTES));
            assertThrows(
                    JMSRuntimeException.class, () -> context.createProducer().send(submit(context), message));
        }
        assertEquals(0, largeFiles());
        try (JMSContext context = broker.amqp("anna").createContext()) {
            accepted(context, context.createTextMessage("{}"));
        }
    }

    private static long largeFiles() throws IOException {
        try (Stream<?> files = Files.list(broker.data().resolve("large-messages"))) {
            return files.count();
        }
    }

    private static byte[] random(int megabytes) {
        byte[] octets = new byte[megabytes << 20];
        new java.util.Random(1).nextBytes(octets);
        return octets;
    }

    private static BytesMessage bytes(JMSContext context, byte[] octets) throws Exception {
        BytesMessage message = context.createBytesMessage();
        message.writeBytes(octets);
        return message;
    }

    private static Destination submit(JMSContext context) {
        return context.createQueue(BrokerWithClients.SUBMIT);
    }

    private static void refused(JMSContext context, String reason, Message message) {
        refused(reason, () -> context.createProducer().send(submit(context), message));
    }

    private static void refused(String reason, Runnable send) {
        JMSRuntimeException refusal = assertThrows(JMSRuntimeException.class, send::run, reason);
        assertTrue(
                refusal.getMessage().contains("The message is refused: ")
                        && refusal.getMessage().contains(reason),
                refusal.toString());
        assertEquals(0, broker.submitted().size(), reason);
    }

    private static void accepted(JMSContext context, Message message) {
        context.createProducer().send(submit(context), message);
        assertEquals(1, broker.submitted().size());
        broker.beforeEach(null);
    }
}
