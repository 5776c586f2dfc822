package org.caravansms.gateway.shared;

import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.camel.ProducerTemplate;
import org.caravansms.broker.Broker;
import org.caravansms.gateway.TestApi;
import org.caravansms.operator.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A producer on the queue {@code sms.submit}: what it puts there is sent and reported, or a dead letter with a reason. */
class SubmitQueueTest {

    private static final String QUEUE = "sms.submit";
    private static final String DEAD = "sms.submit.dead";
    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final TestApi api = TestApi.shared();

    private Connection connection;
    private Session session;
    private TemporaryQueue replies;

    @BeforeEach
    void connect() throws JMSException {
        connection = Broker.connectionFactory(-1).createConnection();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        replies = session.createTemporaryQueue();
        connection.start();
    }

    @AfterEach
    void close() throws JMSException {
        connection.close();
    }

    @Test
    void requestShouldBeSentAndReported() throws Exception {
        put(text("{\"to\":\"+36201234567\",\"text\":\"Hello\"}"), "corr-1");
        Message reply = reply();
        assertEquals("corr-1", reply.getJMSCorrelationID());
        JsonNode report = JSON.readTree(((TextMessage) reply).getText());
        assertEquals(1, report.get("accepted").intValue());
        assertEquals("+36201234567", report.at("/reports/0/to").textValue());
        assertEquals("36201234567", api.arrived(1).get(0).destination().addr());
    }

    @Test
    void octetsShouldBeReadAndTheMessageIdShouldCorrelate() throws Exception {
        BytesMessage octets = session.createBytesMessage();
        octets.writeBytes(
                "[{\"to\":\"111\",\"text\":\"é\"},{\"to\":\"112\",\"text\":\"b\"}]".getBytes(StandardCharsets.UTF_8));
        put(octets, null);
        assertEquals(octets.getJMSMessageID(), reply().getJMSCorrelationID());
        assertEquals(List.of("b", "é"), api.texts(2));
    }

    @Test
    void manyRequestsShouldEachGetTheirReport() throws Exception {
        for (int i = 0; i < 250; i++) {
            put(text("{\"to\":\"111\",\"text\":\"m" + i + "\"}"), "c" + i);
        }
        List<String> correlated = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            correlated.add(reply().getJMSCorrelationID());
        }
        assertEquals(IntStream.range(0, 250).mapToObj(i -> "c" + i).collect(toSet()), new HashSet<>(correlated));
        assertEquals(250, api.texts(250).stream().distinct().count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rubbish | see at line 1",
                "{\"messages\":1} | messages is not a list.",
                "{\"to\":\"111\",\"txet\":\"x\"} | txet is no key of a message",
                "{\"to\":\"0x\",\"text\":\"x\"} | Invalid recipient. to is not a number",
            })
    void wrongRequestShouldBeADeadLetterWithTheReason(String json, String reason) throws Exception {
        put(text(json), null, false);
        put(text("{\"to\":\"111\",\"text\":\"behind it\"}"), null);
        reply();
        Message dead = take(DEAD);
        assertTrue(dead.getStringProperty("SmsReason").contains(reason), dead.getStringProperty("SmsReason"));
        assertEquals(QUEUE, dead.getStringProperty("SmsQueue"));
        assertEquals(List.of("behind it"), api.texts(1));
    }

    @Test
    void unreadableRequestShouldBeReportedAndADeadLetter() throws Exception {
        put(session.createObjectMessage("object"), "o");
        assertEquals("o", reply().getJMSCorrelationID());
        assertTrue(take(DEAD).getStringProperty("SmsReason").endsWith("neither a text message nor a bytes message"));
    }

    @Test
    void propertiesThatJmsRefusesShouldStayWithADeadLetter() throws Exception {
        TextMessage request = text("rubbish");
        ((ActiveMQMessage) request)
                .getCoreMessage()
                .putStringProperty("content-length", "7")
                .putStringProperty("AND", "x")
                .putBytesProperty("octets", new byte[] {1});
        put(request, null, false);
        Message dead = take(DEAD);
        assertEquals(QUEUE, dead.getStringProperty("SmsQueue"));
        assertEquals("7", dead.getStringProperty("content-length"));
    }

    @Test
    void onlyRefusedMessagesShouldBeInTheDeadLetter() throws Exception {
        put(text("[{\"to\":\"111\",\"text\":\"good\"},{\"to\":[\"x\",\"112\"],\"text\":\"half\"}]"), null, false);
        Message dead = take(DEAD);
        assertEquals("{\"messages\":[{\"to\":\"x\",\"text\":\"half\"}]}", ((TextMessage) dead).getText());
        assertEquals(List.of("good", "half"), api.texts(2));
    }

    @Test
    void deadLettersShouldBeListedResentAndDropped() throws Exception {
        operator("drop", "--all");
        TextMessage request = text("rubbish");
        request.setStringProperty("SmsUser", "admin");
        put(request, "again");
        assertEquals("again", reply().getJMSCorrelationID());
        List<String> row = List.of(operator("list").get(1).split(" +", 6));
        assertEquals("admin", row.get(2));
        assertTrue(row.get(5).contains("see at line 1"), row.toString());
        assertEquals(List.of("1 request queued again"), operator("resend", row.get(0)));
        assertEquals("again", reply().getJMSCorrelationID());
        String second = operator("list").get(1).split(" ")[0];
        assertEquals(List.of("1 request dropped for good"), operator("drop", second));
        assertNull(takeNow(DEAD));
    }

    @Test
    void refusedMessagesShouldBeResentAsTheirUser() throws Exception {
        operator("drop", "--all");
        TextMessage request = text("[{\"to\":\"111\",\"text\":\"good\"},{\"to\":\"x\",\"text\":\"wrong\"}]");
        request.setStringProperty("SmsUser", "admin");
        put(request, null, false);
        await().until(() -> operator("list").size() == 3);
        String id = operator("list").get(1).split(" ")[0];
        assertEquals(List.of("1 request queued again"), operator("resend", id));
        Message dead = take(DEAD);
        assertEquals("admin", dead.getStringProperty("SmsUser"));
        assertTrue(dead.getStringProperty("SmsReason").startsWith("Invalid recipient."));
        assertEquals(List.of("good"), api.texts(1));
    }

    private static List<String> operator(String... words) {
        ProducerTemplate routes = api.camel().createProducerTemplate();
        return routes.requestBody("direct:operator-requests", List.of(words), Reply.class)
                .lines();
    }

    @Test
    void refusedMessagesThatAreReportedShouldBeNoDeadLetter() throws Exception {
        put(text("{\"to\":\"x\",\"text\":\"t\"}"), null);
        assertEquals(
                1,
                JSON.readTree(((TextMessage) reply()).getText())
                        .at("/reports/0/code")
                        .intValue());
        assertNull(takeNow(DEAD));
    }

    @Test
    void sameIdShouldBeSentOnceFromEitherSource() throws Exception {
        String json = "{\"to\":\"111\",\"text\":\"once\",\"id\":\"submit-queue-1\"}";
        put(text(json), null);
        put(text(json), null);
        String first = JSON.readTree(((TextMessage) reply()).getText())
                .at("/reports/0/id")
                .textValue();
        assertEquals(
                first,
                JSON.readTree(((TextMessage) reply()).getText())
                        .at("/reports/0/id")
                        .textValue());
        Map<?, ?> sent = api.camel().createProducerTemplate().requestBody("direct:send", json, Map.class);
        assertTrue(sent.toString().contains(first), sent.toString());
        assertEquals(List.of("once"), api.texts(1));
    }

    @Test
    void requestWithoutAnIdThatIsPutTwiceShouldBeSentTwice() throws Exception {
        put(text("{\"to\":\"111\",\"text\":\"twice\"}"), null);
        put(text("{\"to\":\"111\",\"text\":\"twice\"}"), null);
        assertEquals(List.of("twice", "twice"), api.texts(2));
        reply();
        reply();
    }

    @Test
    void userShouldBeReadByTheExactNameOfItsProperty() throws Exception {
        TextMessage other = text("{\"to\":\"111\",\"text\":\"x\"}");
        other.setStringProperty("smsuser", "nobody");
        other.setStringProperty("SMSUSER", "nobody");
        other.setStringProperty("CamelFileName", "x");
        put(other, null);
        assertEquals(
                1,
                JSON.readTree(((TextMessage) reply()).getText()).get("accepted").intValue());
        TextMessage unknown = text("{\"to\":\"111\",\"text\":\"y\"}");
        unknown.setStringProperty("SmsUser", "nobody");
        put(unknown, null);
        assertTrue(((TextMessage) reply()).getText().contains("There is no user nobody"));
        take(DEAD);
        assertEquals(List.of("x"), api.texts(1));
    }

    @Test
    void addressesOfTheGatewayShouldGetNoReports() throws Exception {
        TextMessage request = text("{\"to\":\"x\",\"text\":\"t\"}");
        request.setJMSReplyTo(session.createQueue("sms.outbound"));
        put(request, null, false);
        assertTrue(take(DEAD).getStringProperty("SmsReason").startsWith("Invalid recipient."));
    }

    /** STOMP says an address only, and a program may take a topic for a queue. */
    @ParameterizedTest
    @CsvSource({"queue, sms.reply.admin/of-a-test, ''", "topic, sms.reply.admin/topic-of-a-test, queue://"})
    void replyShouldGoToAnAddressWhateverItIsTakenFor(String kind, String address, String takenFor) throws Exception {
        Destination place = kind.equals("queue") ? session.createQueue(address) : session.createTopic(address);
        try (MessageConsumer reports = session.createConsumer(place)) {
            TextMessage request = text("{\"to\":\"111\",\"text\":\"" + kind + "\"}");
            request.setJMSReplyTo(ActiveMQDestination.fromPrefixedName(takenFor + address));
            put(request, kind, false);
            assertEquals(kind, reports.receive(20_000).getJMSCorrelationID());
        }
        assertEquals(List.of(kind), api.texts(1));
    }

    private TextMessage text(String json) throws JMSException {
        return session.createTextMessage(json);
    }

    private void put(Message request, String correlation) throws JMSException {
        put(request, correlation, true);
    }

    private void put(Message request, String correlation, boolean reply) throws JMSException {
        request.setJMSCorrelationID(correlation);
        if (reply) {
            request.setJMSReplyTo(replies);
        }
        try (var producer = session.createProducer(session.createQueue(QUEUE))) {
            producer.send(request);
        }
    }

    private Message reply() throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(replies)) {
            return consumer.receive(20_000);
        }
    }

    private Message take(String queue) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            return consumer.receive(20_000);
        }
    }

    private Message takeNow(String queue) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            return consumer.receiveNoWait();
        }
    }
}
