package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.caravansms.gateway.Operator.Answered;
import org.caravansms.simulator.InboundSms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Kamelets in routes of a team, in the gateway itself. */
class KameletsTest {

    /** A bean of a team's routes, which notes what they get. */
    public static final class SeenBodies {

        static final List<JsonNode> events = new CopyOnWriteArrayList<>();
        static final List<JsonNode> submitted = new CopyOnWriteArrayList<>();
        static final List<JsonNode> inbound = new CopyOnWriteArrayList<>();

        private static final Set<String> failed = ConcurrentHashMap.newKeySet();
        private static final ObjectMapper JSON = new ObjectMapper();

        public void event(String body) throws Exception {
            events.add(JSON.readTree(body));
            if (body.contains("\"type\":\"accepted\"")) {
                failOnce("event", body);
            }
        }

        public void submitted(String body) throws Exception {
            submitted.add(JSON.readTree(body));
        }

        public void inbound(String body) throws Exception {
            inbound.add(JSON.readTree(body));
            failOnce("inbound", body);
        }

        private static void failOnce(String method, String body) {
            if (body.contains("fails once") && failed.add(method)) {
                throw new IllegalStateException("out of paper");
            }
        }

        static List<String> types(List<JsonNode> all, String id) {
            return all.stream()
                    .filter(event -> event.path("id").asText().equals(id))
                    .map(event -> event.path("type").asText())
                    .toList();
        }
    }

    @TempDir
    static Path home;

    private static TestSmsc smsc;
    private static TeamFolder team;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        smsc = TestSmsc.start();
        Installation.in(home);
        team = new TeamFolder(home);
        team.put("events", route("events", "kamelet:sms-events-source?name=all&retryDelay=10", "event"));
        team.put("some", route("some", "kamelet:sms-events-source?name=some&types=submitted&user=nobody", "submitted"));
        team.put("stopping", route("stopping", "kamelet:sms-inbound-source?name=stop&keyword=stop&to=77", "inbound"));
        team.put("sent", """
                - route:
                    id: sent
                    from:
                      uri: direct:operator-sent
                      steps:
                        - setBody: { simple: '{"to":"+36201234567","text":"${body[0]}"}' }
                        - to: kamelet:sms-sink
                """);
        begin();
    }

    private static void begin() throws Exception {
        gateway = RunningGateway.startAt(home, smsc.port());
        for (String file : List.of("events", "some", "stopping", "sent")) {
            team.awaitRoutes("extensions/" + file + ".camel.yaml");
        }
    }

    private static String route(String id, String from, String method) {
        return """
                - beans: [ { name: %s-bean, type: "%s" } ]
                - route:
                    id: %s
                    from:
                      uri: "%s"
                      steps:
                        - bean: { ref: %s-bean, method: %s }
                """.formatted(id, SeenBodies.class.getName(), id, from, id, method);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        smsc.close();
    }

    private static String send(String text) {
        String answer = gateway.send("recipient=%2B36201234567&messagedata=" + text);
        return answer.replaceAll("(?s).*<messageid>(.*)</messageid>.*", "$1");
    }

    private static void awaitTypes(String id, String... types) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertEquals(List.of(types), SeenBodies.types(SeenBodies.events, id)));
    }

    @Test
    void eventsShouldComeInOrderEachFlatWithItsMessage() {
        String id = send("hello");
        awaitTypes(id, "accepted", "submitted", "delivered");
        JsonNode submitted = SeenBodies.events.stream()
                .filter(event -> event.toString().contains(id)
                        && event.path("type").asText().equals("submitted"))
                .findFirst()
                .orElseThrow();
        assertEquals("+36201234567", submitted.path("to").asText(), submitted.toString());
        assertEquals("admin", submitted.path("user").asText());
        assertEquals("sandbox", submitted.path("provider").asText());
        assertEquals("hello", submitted.path("text").asText());
        assertEquals("SMS:TEXT", submitted.path("messageType").asText());
        assertFalse(submitted.has("message"));
        assertEquals(List.of(), SeenBodies.submitted, "none is of the user nobody");
    }

    @Test
    void eventWhoseRouteFailsShouldComeAgain() {
        String id = send("fails+once");
        awaitTypes(id, "accepted", "accepted", "submitted", "delivered");
    }

    @Test
    void inboundMessageShouldComeWhole() {
        smsc.deliver(InboundSms.text("+36201111111", "77", "Start " + "a".repeat(300)));
        smsc.deliver(InboundSms.text("+36201111111", "78", "Stop"));
        String text = "Stop " + "fails once ".repeat(30);
        smsc.deliver(InboundSms.text("+36201111111", "77", text));
        await().atMost(Duration.ofSeconds(20)).until(() -> SeenBodies.inbound.size() >= 2);
        SeenBodies.inbound.forEach(message -> {
            assertEquals(text, message.path("text").asText());
            assertEquals("+36201111111", message.path("from").asText());
            assertEquals("77", message.path("to").asText());
            assertEquals("sandbox", message.path("provider").asText());
        });
    }

    @Test
    void sinkShouldSendAndReport() {
        Answered answered = team.ask("sent", "hi");
        assertTrue(answered.text().startsWith("{\"accepted\":1,\"reports\":[{\"code\":0,"), answered.toString());
        await().until(() -> smsc.texts().contains("hi"));
    }

    @Test
    void subscriptionShouldOutliveARestartAndItsFileAndBeDropped() throws Exception {
        // to ask for its end before it has a reader would end it
        await().until(() -> team.ask("events", "list").text().matches("(?s).*\nall +[1-9].*"));
        Answered inUse = team.ask("events", "drop", "all");
        assertEquals(2, inUse.exitCode());
        assertTrue(inUse.text().contains("all is read now"), inUse::text);
        team.remove("events");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> team.ask("status").text().contains("events drop all"));
        String id = send("meanwhile");
        await().until(() -> smsc.texts().contains("meanwhile"));
        gateway.close();
        team.put("events", route("events", "kamelet:sms-events-source?name=all&retryDelay=10", "event"));
        begin();
        awaitTypes(id, "accepted", "submitted", "delivered");
        assertFalse(team.ask("status").text().contains("events drop all"));
        team.put("events", route("events", "kamelet:sms-events-source?name=all&types=submitted", "event"));
        await().atMost(Duration.ofMinutes(2)).until(KameletsTest::onlySubmittedComes);
        team.remove("events");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> team.ask("events", "drop", "all").exitCode() == 0);
        assertFalse(team.ask("events", "list").text().contains("all "));
        team.put("events", route("events", "kamelet:sms-events-source?name=all&retryDelay=10", "event"));
        team.awaitRoutes("extensions/events.camel.yaml");
    }

    private static boolean onlySubmittedComes() {
        String id = send("again");
        await().until(() -> SeenBodies.types(SeenBodies.events, id).contains("submitted"));
        return SeenBodies.types(SeenBodies.events, id).equals(List.of("submitted"));
    }
}
