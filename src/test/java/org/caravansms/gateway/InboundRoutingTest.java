package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.jms.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.caravansms.message.InboundMessage;
import org.caravansms.simulator.InboundSms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people send goes where the operator's rules have it: to an inbox, to queues, to routes and to URLs. */
class InboundRoutingTest {

    private static final String DEAD = "sms.inbound.routes.dead";

    private final List<InboundMessage> handedOver = new CopyOnWriteArrayList<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<String> tried = new CopyOnWriteArrayList<>();

    @TempDir
    Path data;

    private Path rules;
    private ReceivedCallbacks receiver;
    private TestSmsc smsc;
    private RunningGateway gateway;
    private Queues queues;

    @BeforeEach
    void start() throws Exception {
        receiver = ReceivedCallbacks.start();
        rules = data.resolve("inbound.rules");
        Files.writeString(rules, """
                user  admin      to=1234
                user  nobody     to=999   # no such user, and no inbox that one can read
                queue crm.copies from=0036 keyword=STOP,quit
                route taking     keyword=stop
                route failing    keyword=fail
                url   http://localhost:%d/hook to=1234
                """.formatted(receiver.port()));
        smsc = TestSmsc.start();
        gateway = start("true");
        gateway.camel().addRoutes(routes());
        queues = new Queues();
    }

    private RunningGateway start(String privateNetworks) throws Exception {
        return RunningGateway.start(
                data.resolve("data"),
                smsc.port(),
                "SMS_INBOUND_RULES_FILE",
                rules.toString(),
                "SMS_INBOUND_RETRY_DELAY_MILLIS",
                "50",
                "SMS_INBOUND_ATTEMPTS",
                "3",
                "SMS_CALLBACK_ATTEMPTS",
                "1",
                "SMS_CALLBACK_PRIVATE_NETWORKS",
                privateNetworks);
    }

    @AfterEach
    void stop() throws Exception {
        queues.close();
        gateway.close();
        smsc.close();
        receiver.close();
    }

    private RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:taking")
                        .process(exchange ->
                                seen.addAll(exchange.getMessage().getHeaders().keySet()))
                        .process(
                                exchange -> handedOver.add(exchange.getMessage().getBody(InboundMessage.class)))
                        .removeHeaders("*")
                        .setBody(constant("what the route leaves is its own"))
                        .stop();
                from("direct:failing").errorHandler(noErrorHandler()).process(exchange -> {
                    tried.add(
                            exchange.getMessage().getBody(InboundMessage.class).id());
                    exchange.getMessage().removeHeaders("*");
                    throw new IllegalStateException("private text");
                });
            }
        };
    }

    @Test
    void everyRuleThatFitsShouldBeFollowed() throws Exception {
        smsc.deliver(InboundSms.text("+36201234567", "1234", "Stop now"));
        Message copy = queues.take("crm.copies");
        JsonNode event = new JsonMapper().readTree(copy.getBody(String.class)).at("/events/0");
        assertEquals("received", event.get("type").asText());
        await().until(() -> handedOver.size() == 1 && receiver.requests().size() == 1);
        InboundMessage message = handedOver.get(0);
        assertEquals(List.of("SmsId", "SmsRoute"), seen.stream().sorted().toList());
        assertEquals("Stop now", message.text());
        assertEquals("admin", message.user());
        assertEquals(message.id(), copy.getStringProperty("SmsId"));
        assertEquals(message.id(), event.get("id").asText());
        ReceivedCallbacks.Request request = receiver.requests().get(0);
        assertEquals("POST /hook", request.method() + " " + request.uri());
        JsonNode document = new JsonMapper().readTree(request.body());
        assertEquals("Stop now", document.get("messagedata").asText());
        assertEquals(document.get("event").asText(), request.headers().get("caravan-event-id"));
        assertNull(request.headers().get("caravan-signature"));
        await().until(() -> queues.browse("sms.inbound.routes").isEmpty());
    }

    @Test
    void whatNoRuleFitsShouldGoNowhereAndRouteThatFailsShouldBeTriedAgainThenGivenUp() throws Exception {
        smsc.deliver(InboundSms.text("447700900123", "999", "stopping"));
        smsc.deliver(InboundSms.text("447700900123", "77", "FAIL 1"));
        await().atMost(Duration.ofSeconds(10)).until(() -> queues.browse(DEAD).size() == 1);
        Message dead = queues.browse(DEAD).get(0);
        assertEquals("route failing: IllegalStateException, tried 3 times", dead.getStringProperty("SmsReason"));
        assertEquals("sms.inbound.routes", dead.getStringProperty("SmsQueue"));
        assertTrue(dead.getLongProperty("SmsSince") > dead.getJMSTimestamp() - 60_000);
        assertEquals("failing", dead.getStringProperty("SmsRoute"));
        assertTrue(dead.getBody(String.class).contains("FAIL 1"));
        assertEquals(3, tried.size());
        assertEquals(List.of(), handedOver);
        assertEquals(List.of(), receiver.requests());
        assertTrue(queues.browse("crm.copies").isEmpty());
        String inbox = gateway.post("action=receivemessage&username=admin&password=abc123");
        assertTrue(inbox.contains("FAIL 1") && !inbox.contains("stopping"), inbox);
    }

    @Test
    void routeThatNoRuleNamesShouldGetNothing() throws Exception {
        queues.put("sms.inbound.routes", "{}", "SmsRoute", "answer", "SmsId", "x");
        await().atMost(Duration.ofSeconds(10)).until(() -> queues.browse(DEAD).size() == 1);
        assertEquals(
                "route answer: IllegalStateException, tried 3 times",
                queues.browse(DEAD).get(0).getStringProperty("SmsReason"));
    }

    @Test
    void changedRulesShouldOpenALaneAndWrongOnesShouldChangeNothing() throws Exception {
        Files.writeString(rules, "url http://127.0.0.1:%d/other from=+36%n".formatted(receiver.port()));
        await().pollInterval(Duration.ofMillis(200)).until(() -> {
            smsc.deliver(InboundSms.text("+36201234567", "1234", "x"));
            return receiver.uris().contains("/other");
        });
        try (SeenLog log = SeenLog.attach()) {
            Files.writeString(rules, "url ftp://example.com/");
            await().pollInterval(Duration.ofMillis(200)).until(() -> {
                smsc.deliver(InboundSms.text("+36201234567", "1234", "y"));
                return !log.linesWith("The rules before stay in force").isEmpty();
            });
        }
        smsc.deliver(InboundSms.text("+36201234567", "1234", "z"));
        await().until(() ->
                receiver.requests().stream().anyMatch(request -> request.body().contains("\"z\"")));
    }

    @Test
    void urlOnThisMachineShouldNotBeCalledUnlessPrivateNetworksAre() throws Exception {
        queues.close();
        gateway.close();
        gateway = start("false");
        queues = new Queues();
        smsc.deliver(InboundSms.text("+36201234567", "1234", "x"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> queues.browse("sms.callbacks.dead").size() == 1);
        assertEquals(List.of(), receiver.requests());
    }
}
