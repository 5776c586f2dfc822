package org.caravansms.broker.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.Connection;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.caravansms.broker.Broker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The messages of a transaction of another program, on their way to the queue. */
class GatherRequestsTest {

    private static final String LONG = "x".repeat(20_000);

    @RegisterExtension
    static final BrokerWithClients broker = new BrokerWithClients();

    @ParameterizedTest
    @EnumSource
    void transactionShouldBeOneMessageWithAllOfEachRequest(JmsClient client) throws Exception {
        try (JMSContext context = client.connect(broker, "anna", JMSContext.SESSION_TRANSACTED)) {
            for (int i = 0; i < 100; i++) {
                context.createProducer()
                        .setProperty("orderNumber", i)
                        .setJMSCorrelationID("c" + i)
                        .send(context.createQueue("sms.submit"), "Árvíz " + i);
            }
            assertEquals(0, waiting());
            context.commit();
        }
        assertEquals(1, waiting());
        List<Message> requests = broker.takeAll("sms.submit");
        assertEquals(IntStream.range(0, 100).mapToObj(i -> "Árvíz " + i).toList(), texts(requests));
        assertEquals("anna", requests.get(99).getStringProperty("SmsUser"));
        assertEquals(99, requests.get(99).getIntProperty("orderNumber"));
        assertEquals("c99", requests.get(99).getJMSCorrelationID());
    }

    @ParameterizedTest
    @EnumSource
    void rollbackShouldLeaveNothing(JmsClient client) throws Exception {
        try (JMSContext context = client.connect(broker, "anna", JMSContext.SESSION_TRANSACTED)) {
            send(context, 0, 10, LONG);
            context.rollback();
            send(context, 10, 11, "");
            context.commit();
        }
        assertEquals(List.of("10 "), texts(broker.takeAll("sms.submit")));
    }

    @Test
    void envelopeThatFailsAgainAndAgainShouldBeADeadLetterForEachRequest() throws Exception {
        try (JMSContext context = JmsClient.AMQP.connect(broker, "anna", JMSContext.SESSION_TRANSACTED)) {
            send(context, 0, 3, "");
            context.commit();
        }
        for (int attempt = 0; attempt < 10; attempt++) {
            rollBack();
        }
        List<Message> dead = broker.takeAll("sms.submit.dead");
        assertEquals(List.of("0 ", "1 ", "2 "), texts(dead));
        for (Message each : dead) {
            assertEquals("anna", each.getStringProperty("SmsUser"));
            assertEquals("sms.submit", each.getStringProperty("SmsQueue"));
            assertTrue(each.getStringProperty("SmsReason").startsWith("its transaction failed"));
        }
        assertEquals(0, waiting());
        broker.restart();
        assertEquals(List.of(), broker.takeAll("sms.submit.dead"));
    }

    private static void rollBack() throws JMSException {
        try (Connection connection = Broker.connectionFactory(-1).createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue("sms.submit"))) {
            connection.start();
            assertNotNull(consumer.receive(60_000));
            session.rollback();
        }
    }

    /** 30 MB, of which the broker has 8 MB in memory. */
    @Test
    void pagedTransactionsShouldBeThereAfterARestartInTheirOrder() throws Exception {
        try (JMSContext context = JmsClient.AMQP.connect(broker, "anna", JMSContext.SESSION_TRANSACTED)) {
            for (int i = 0; i < 750; i += 15) {
                send(context, i, i + 15, LONG);
                context.commit();
            }
        }
        assertTrue(broker.pages() > 5, "most is on the disk");
        broker.restart();
        assertEquals(
                IntStream.range(0, 750).mapToObj(i -> i + " " + LONG).toList(), texts(broker.takeAll("sms.submit")));
        broker.restart();
        assertEquals(List.of(), broker.takeAll("sms.submit"));
    }

    private static void send(JMSContext context, int from, int to, String text) {
        for (int i = from; i < to; i++) {
            context.createProducer().send(context.createQueue("sms.submit"), i + " " + text);
        }
    }

    private static long waiting() {
        return broker.broker().queues().count("sms.submit");
    }

    private static List<String> texts(List<Message> requests) throws JMSException {
        List<String> texts = new ArrayList<>();
        for (Message each : requests) {
            texts.add(each.getBody(String.class));
        }
        return texts;
    }
}
