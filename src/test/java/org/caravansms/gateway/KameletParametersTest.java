package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.caravansms.FreePort;
import org.caravansms.broker.Broker;
import org.caravansms.gateway.Operator.Answered;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.Ports;
import org.caravansms.queue.EventJson;
import org.caravansms.queue.EventsInFull;
import org.caravansms.simulator.InboundSms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the parameters of the Kamelets do: filters in the gateway itself, and the login of another Camel runtime. */
class KameletParametersTest {

    private static final String SOURCE = """
            - route:
                id: %s
                from:
                  uri: "kamelet:sms-%s-source"
                  parameters: { name: %s, %s }
                  steps:
                    - process: { ref: "#class:%s" }
            """;

    private static final String SUBMIT = """
            - route:
                id: submit-as
                from:
                  uri: direct:operator-submit-as
                  steps:
                    - setHeader: { name: SmsUser, simple: "${body[0]}" }
                    - setBody: { simple: "${body[1]}" }
                    - to: kamelet:sms-sink
            """;

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    static Path home;

    private static final int brokerPort = FreePort.next();
    private static TestSmsc smsc;
    private static TeamFolder team;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        smsc = TestSmsc.start();
        Installation.in(home);
        String hash = users().replaceFirst("(?s).*admin\\.password=(\\S+).*", "$1");
        append("shop.password=" + hash);
        team = new TeamFolder(home);
        team.put("submit-as", SUBMIT);
        team.put("of-shop", source("events", "of-shop", "user: shop"));
        team.put("by-second", source("events", "by-second", "provider: second"));
        team.put("some-types", source("events", "some-types", "types: 'submitted, delivered'"));
        team.put("as-they-come", source("events", "as-they-come", "types: receipt"));
        team.put("stop-words", source("inbound", "stop-words", "keyword: STOP"));
        team.put("to-number", source("inbound", "to-number", "to: '0036301234567'"));
        String block = "sms.provider.second.";
        gateway = RunningGateway.startAt(
                home,
                smsc.port(),
                "sms.broker.listen",
                "127.0.0.1:" + brokerPort,
                block + "host",
                "127.0.0.1",
                block + "port",
                Integer.toString(smsc.port()),
                block + "system-id",
                "second",
                block + "password",
                "secret",
                block + "reconnect-millis",
                "100");
        team.awaitRoutes("extensions/submit-as.camel.yaml");
        for (String name : List.of("of-shop", "by-second", "some-types", "as-they-come", "stop-words", "to-number")) {
            awaitSubscription(name);
        }
    }

    private static void awaitSubscription(String name) {
        await().atMost(LONG).until(() -> team.ask("events", "list").text().contains(name));
    }

    private static String source(String kind, String name, String parameters) {
        return SOURCE.formatted(name, kind, name, parameters, SeenByRoute.class.getName());
    }

    private static String users() throws Exception {
        return Files.readString(home.resolve("config/users.properties"));
    }

    private static void append(String line) throws Exception {
        Files.writeString(home.resolve("config/users.properties"), "\n" + line + "\n", StandardOpenOption.APPEND);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        smsc.close();
    }

    private static void submit(String user, String json) {
        Answered answered = team.ask("submit-as", user, json);
        assertTrue(answered.text().startsWith("{\"accepted\":1"), answered.toString());
    }

    private static void awaitValues(String route, String field, String text, String... values) {
        await().atMost(LONG)
                .untilAsserted(() -> assertEquals(List.of(values), SeenByRoute.values(route, field, text), route));
    }

    @Test
    void eventsShouldBeThoseOfTheUserTheProviderAndTheTypes() {
        submit("shop", """
                {"to":"+36201234567","text":"of the shop","id":"c1","provider":"second","tags":{"order":7,"vip":true}}
                """);
        submit("admin", "{\"to\":\"+36201234567\",\"text\":\"of the admin\",\"provider\":\"sandbox\"}");
        awaitValues("of-shop", "type", "of the shop", "accepted", "submitted", "delivered");
        awaitValues("by-second", "type", "of the shop", "submitted", "delivered");
        awaitValues("some-types", "type", "of the shop", "submitted", "delivered");
        awaitValues("some-types", "type", "of the admin", "submitted", "delivered");
        assertEquals(List.of(), SeenByRoute.values("of-shop", "type", "of the admin"));
        assertEquals(List.of(), SeenByRoute.values("by-second", "type", "of the admin"));
        SeenByRoute.of("of-shop").stream()
                .filter(event -> event.path("text").asText().equals("of the shop"))
                .forEach(KameletParametersTest::assertOfTheShop);
        await().atMost(LONG).until(() -> SeenByRoute.of("as-they-come").size() >= 2);
        assertEquals(Set.of("receipt"), Set.copyOf(SeenByRoute.values("as-they-come", "type", "")));
    }

    private static void assertOfTheShop(JsonNode event) {
        assertEquals("shop", event.path("user").asText());
        assertEquals("c1", event.path("clientId").asText());
        assertEquals("second", event.path("askedProvider").asText());
        assertEquals("{\"order\":7,\"vip\":true}", event.path("tags").toString());
    }

    @Test
    void inboundMessagesShouldBeThoseWithTheKeywordAndOfTheNumber() throws Exception {
        deliver("+36301234567", "stop it");
        deliver("+36301234567", "stopped");
        deliver("+36301234568", "STOP");
        deliver("+36301234567", "do not stop");
        publish(new Ports(16_000, 2948));
        awaitValues("stop-words", "text", "36201111111", "stop it", "STOP", "Stop\nby port");
        awaitValues("to-number", "text", "36201111111", "stop it", "stopped", "do not stop", "Stop\nby port");
        JsonNode last = SeenByRoute.of("to-number").get(3);
        assertEquals(16_000, last.path("sourcePort").asInt());
        assertEquals(2948, last.path("destinationPort").asInt());
        assertFalse(SeenByRoute.of("to-number").get(0).has("destinationPort"));
    }

    private static void deliver(String to, String text) {
        int before = SeenByRoute.of("to-number").size();
        smsc.deliver(InboundSms.text("+36201111111", to, text));
        if (to.endsWith("7")) {
            await().atMost(LONG).until(() -> SeenByRoute.of("to-number").size() > before);
        }
    }

    /** As a part with ports in its header becomes an event. */
    private static void publish(Ports ports) throws Exception {
        InboundMessage message = new InboundMessage(
                "1",
                "admin",
                "second",
                "+36201111111",
                "+36301234567",
                "SMS:TEXT",
                "Stop\nby port",
                null,
                Instant.now(),
                ports);
        Event event = Event.of(EventType.RECEIVED, Instant.now(), "1", "second").with(message);
        try (JMSContext context = Broker.connectionFactory(-1).createContext()) {
            JMSProducer producer = context.createProducer();
            QueuedText text = new EventJson(EventsInFull.NEVER)
                    .writeAllOfTheStore(List.of(event))
                    .get(0);
            text.properties().forEach(producer::setProperty);
            producer.send(context.createTopic("sms.events"), text.body());
        }
    }

    @Test
    void sourceShouldComeBackWithItsFile() throws Exception {
        for (String kind : List.of("events", "inbound")) {
            String file = source(kind, "back-" + kind, "retryDelay: 10");
            for (int time = 0; time < 3; time++) {
                team.put("back-" + kind, file);
                await().atMost(LONG).until(() -> team.routes("back-" + kind).contains("started"));
                awaitSubscription("back-" + kind);
                String text = kind + " " + time;
                submit("admin", "{\"to\":\"+36201234567\",\"text\":\"%s\"}".formatted(text));
                smsc.deliver(InboundSms.text("+36201111111", "79", text));
                await().atMost(LONG).until(() -> !SeenByRoute.values("back-" + kind, "text", text)
                        .isEmpty());
                team.remove("back-" + kind);
                await().atMost(LONG).until(() -> team.routes("back-" + kind).isEmpty());
            }
        }
    }

    @Test
    void anotherRuntimeShouldGetEventsInOrderAlsoAfterFailures() throws Exception {
        append("shop.queue=send,receive");
        Main other = new Main();
        other.setDefaultPropertyPlaceholderLocation("false");
        other.configure().withBasePackageScanEnabled(false).addRoutesBuilder(new OtherRoutes());
        await().atMost(LONG).until(() -> gateway.camel()
                .getRegistry()
                .lookupByNameAndType("publishingToUsers", BooleanSupplier.class)
                .getAsBoolean());
        other.start();
        try (ProducerTemplate template = other.getCamelContext().createProducerTemplate()) {
            awaitSubscription("shop/far");
            for (int i = 0; i < 20; i++) {
                String report = template.requestBody(
                        "direct:far", "{\"to\":\"+36201234567\",\"text\":\"far away\"}", String.class);
                assertTrue(report.startsWith("{\"accepted\":1"), report);
            }
            await().atMost(LONG)
                    .until(() -> Set.copyOf(SeenByRoute.values("far", "id", "\"delivered\""))
                                    .size()
                            == 20);
        } finally {
            other.stop();
        }
        for (String id : Set.copyOf(SeenByRoute.values("far", "id", "far away"))) {
            List<String> types = SeenByRoute.values("far", "type", id);
            assertEquals(
                    List.of("accepted", "submitted", "delivered"),
                    types.stream().distinct().toList());
        }
    }

    /** Each event fails once. */
    private static final class OtherRoutes extends RouteBuilder {

        private final Set<String> failed = ConcurrentHashMap.newKeySet();

        @Override
        public void configure() {
            String login = "brokerUrl=RAW(amqp://127.0.0.1:" + brokerPort + ")&username=shop&password=abc123";
            from("direct:far").routeId("send-far").to("kamelet:sms-sink?" + login);
            from("kamelet:sms-events-source?name=far&retryDelay=10&" + login)
                    .routeId("far")
                    .process(this::failOnce)
                    .process(new SeenByRoute());
        }

        private void failOnce(Exchange exchange) {
            if (failed.add(exchange.getMessage().getBody(String.class))) {
                throw new IllegalStateException("out of paper");
            }
        }
    }
}
