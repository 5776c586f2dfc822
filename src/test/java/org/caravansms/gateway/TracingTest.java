package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.JMSContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.caravansms.FreePort;
import org.caravansms.gateway.Collector.TracedSpan;
import org.caravansms.simulator.CommandStatus;
import org.caravansms.simulator.SubmitAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces of messages, as a collector gets them: of those whose client asks for it, since the ratio is 0. */
class TracingTest {

    private static final String TEXT = "Pssst42";
    private static final String NUMBER = "36209998877";
    private static final String REFUSED = "36201110000";

    private static final int BROKER_PORT = FreePort.next();

    @TempDir
    static Path folder;

    private static Collector collector;
    private static TestSmsc smsc;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        collector = new Collector();
        smsc = TestSmsc.answering(submit -> submit.destination().addr().contains(REFUSED)
                ? SubmitAnswer.of(CommandStatus.ESME_RINVDSTADR)
                : SubmitAnswer.ok());
        String users = Files.readString(Path.of("config/users.properties")) + "\nadmin.queue=send\n";
        gateway = RunningGateway.start(
                folder.resolve("data"),
                smsc.port(),
                "SMS_API_USERS_FILE",
                Files.writeString(folder.resolve("users.properties"), users).toString(),
                "SMS_BROKER_LISTEN",
                "127.0.0.1:" + BROKER_PORT,
                "SMS_TRACING_ENABLED",
                "true",
                "SMS_TRACING_ENDPOINT",
                collector.url(),
                "SMS_TRACING_SAMPLING_RATIO",
                "0",
                "SMS_TRACING_SERVICE_NAME",
                "test-gateway");
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        smsc.close();
        collector.close();
    }

    @Test
    void traceOfAClientShouldGoOnToTheReceipt() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        String id = send(NUMBER, "traceparent", "00-" + trace + "-b7ad6b7169203331-01");
        Map<String, TracedSpan> spans = spans(trace, 4);
        assertEquals(Set.of("POST /api", "send sms.outbound", "submit_sm sandbox", "receipt sandbox"), spans.keySet());
        TracedSpan request = spans.get("POST /api");
        TracedSpan sent = spans.get("send sms.outbound");
        TracedSpan submit = spans.get("submit_sm sandbox");
        TracedSpan receipt = spans.get("receipt sandbox");
        assertEquals("b7ad6b7169203331", request.parent());
        assertEquals(request.id(), sent.parent());
        assertEquals(sent.id(), submit.parent());
        assertEquals(submit.id(), receipt.parent());
        assertEquals(
                List.of("SERVER", "PRODUCER", "CLIENT", "CONSUMER"),
                List.of(request.kind(), sent.kind(), submit.kind(), receipt.kind()));
        assertEquals(
                Map.of("http.request.method", "POST", "http.route", "/api", "http.response.status_code", "200"),
                request.attributes());
        assertEquals(
                Map.of(
                        "messaging.system", "activemq",
                        "messaging.destination.name", "sms.outbound",
                        "messaging.operation.name", "send",
                        "messaging.operation.type", "send",
                        "messaging.message.id", id,
                        "caravan.user", "admin"),
                sent.attributes());
        assertEquals(
                Map.of(
                        "messaging.system", "smpp",
                        "messaging.destination.name", "sandbox",
                        "messaging.operation.name", "submit_sm",
                        "messaging.operation.type", "send",
                        "messaging.message.id", id,
                        "caravan.bind", "1",
                        "caravan.part", "1"),
                submit.attributes());
        assertEquals("delivered", receipt.attributes().get("caravan.state"));
        assertEquals(id, receipt.attributes().get("messaging.message.id"));
        assertTrue(collector.services().contains("test-gateway"));
    }

    @Test
    void refusalShouldBeOnItsSpan() {
        String trace = "1af7651916cd43dd8448eb211c80319c";
        send(REFUSED, "traceparent", "00-" + trace + "-b7ad6b7169203331-01");
        assertEquals(
                "command_status 0x0B ESME_RINVDSTADR",
                spans(trace, 3).get("submit_sm sandbox").attributes().get("error.type"));
    }

    @Test
    void traceOfARouteShouldGoOnToTheReceipt() {
        String trace = "4af7651916cd43dd8448eb211c80319c";
        try (ProducerTemplate route = gateway.camel().createProducerTemplate()) {
            route.requestBodyAndHeader(
                    "direct:send",
                    Map.of("to", "+" + NUMBER, "text", TEXT),
                    "traceparent",
                    "00-" + trace + "-b7ad6b7169203331-01");
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        assertEquals(
                "b7ad6b7169203331", spans(trace, 3).get("send sms.outbound").parent());
    }

    /** They come in one transaction, and so in one batch: two traces, and a message without one. */
    @Test
    void tracesOfProducersShouldGoOnToTheReceipts() throws Exception {
        Map<String, String> parents = Map.of(
                "7af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
                "8af7651916cd43dd8448eb211c80319c", "c7ad6b7169203331");
        try (JMSContext producer = new JmsConnectionFactory("amqp://127.0.0.1:" + BROKER_PORT)
                .createContext("admin", "abc123", JMSContext.SESSION_TRANSACTED)) {
            produce(producer, "untraced");
            parents.forEach((trace, parent) -> produce(producer, "00-" + trace + "-" + parent + "-01"));
            producer.commit();
        }
        parents.forEach((trace, parent) -> {
            Map<String, TracedSpan> spans = spans(trace, 3);
            TracedSpan sent = spans.get("send sms.outbound");
            TracedSpan submit = spans.get("submit_sm sandbox");
            assertEquals(parent, sent.parent());
            assertEquals(sent.id(), submit.parent());
            assertEquals(submit.id(), spans.get("receipt sandbox").parent());
        });
    }

    private static void produce(JMSContext producer, String traceparent) {
        producer.createProducer()
                .setProperty("traceparent", traceparent)
                .send(producer.createQueue("sms.submit"), "{\"to\":\"+" + NUMBER + "\",\"text\":\"" + TEXT + "\"}");
    }

    /** The unsampled one is through before the sampled one, whose spans came. */
    @Test
    void messageWithoutASampledTraceShouldLeaveNoSpan() {
        String plain = send(NUMBER);
        String unsampled = send(NUMBER, "traceparent", "00-5af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
        String wrong = send(NUMBER, "traceparent", "00-what-ever-01");
        String trace = "6af7651916cd43dd8448eb211c80319c";
        send(NUMBER, "traceparent", "00-" + trace + "-b7ad6b7169203331-01");
        spans(trace, 4);
        for (TracedSpan span : collector.all()) {
            String about = span.attributes().getOrDefault("messaging.message.id", "");
            assertFalse(List.of(plain, unsampled, wrong).contains(about), span::toString);
            assertFalse(span.toString().contains(TEXT) || span.toString().contains(NUMBER), span::toString);
        }
    }

    private static String send(String number, String... headers) {
        String answer = gateway.send("recipient=%2B" + number + "&messagedata=" + TEXT, headers);
        return Xml.values(answer, "messageid").get(0);
    }

    /** @return those of the trace by name, once there are as many */
    private static Map<String, TracedSpan> spans(String trace, int count) {
        await().untilAsserted(() -> assertEquals(count, collector.spans(trace).size(), collector.all()::toString));
        return collector.spans(trace).stream().collect(Collectors.toMap(TracedSpan::name, Function.identity()));
    }
}
