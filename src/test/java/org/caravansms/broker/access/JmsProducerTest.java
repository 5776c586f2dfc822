package org.caravansms.broker.access;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Producers in Java: JMS over AMQP 1.0, and over Artemis's own protocol. */
class JmsProducerTest {

    @RegisterExtension
    static final BrokerWithClients broker = new BrokerWithClients();

    @ParameterizedTest
    @EnumSource
    void messageShouldBeOnTheQueueWithItsUser(JmsClient client) throws Exception {
        try (JMSContext context = client.connect(broker, "anna")) {
            context.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setPriority(9)
                    .setTimeToLive(1)
                    .setProperty("SmsUser", "bela")
                    .setProperty("orderNumber", 7)
                    .send(context.createQueue("sms.submit"), "{\"to\":\"+36201234567\",\"text\":\"Árvíz\"}");
        }
        await().until(() -> broker.submitted().size() == 1);
        List<Message> submitted = broker.submitted();
        TextMessage message = (TextMessage) submitted.get(0);
        assertEquals("{\"to\":\"+36201234567\",\"text\":\"Árvíz\"}", message.getText());
        assertEquals("anna", message.getStringProperty("SmsUser"));
        assertEquals(7, message.getIntProperty("orderNumber"));
        assertEquals(DeliveryMode.PERSISTENT, message.getJMSDeliveryMode());
        assertEquals(4, message.getJMSPriority());
        assertEquals(0, message.getJMSExpiration());
    }

    @ParameterizedTest
    @EnumSource
    void wrongLoginShouldBeRefused(JmsClient client) {
        for (String user : List.of("anna", "dora", "nobody", "")) {
            String password = user.equals("dora") ? BrokerWithClients.PASSWORD : "wrong";
            assertThrows(JMSSecurityRuntimeException.class, () -> connect(client.of(broker, user, password)), user);
        }
        assertThrows(JMSSecurityRuntimeException.class, () -> connect(client.of(broker, null, null)));
    }

    private static void connect(ConnectionFactory factory) {
        try (JMSContext context = factory.createContext()) {
            context.start();
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherQueueShouldBeRefused(JmsClient client) {
        for (String name : List.of(
                "sms.outbound",
                "sms.outbound.new",
                "sms.submit.dead",
                "activemq.management",
                "sms.events",
                "sms.reply.bela")) {
            JMSRuntimeException refusal = assertThrows(JMSRuntimeException.class, () -> send(client, name), name);
            assertTrue(
                    refusal.getMessage().matches(".*(AMQ229032|does not support ANYCAST|remotely closed).*"),
                    refusal.toString());
        }
        assertEquals(0, broker.broker().queues().count("sms.outbound"));
        assertEquals(0, broker.broker().queues().count("sms.outbound.new"));
    }

    @ParameterizedTest
    @EnumSource
    void managementShouldBeRefused(JmsClient client) {
        assertThrows(JMSRuntimeException.class, () -> send(client, "activemq.management"));
    }

    private static void send(JmsClient client, String queue) {
        try (JMSContext context = client.connect(broker, "anna")) {
            context.createProducer().send(context.createQueue(queue), "{}");
        }
    }
}
