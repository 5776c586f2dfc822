package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Kamelets in routes of a team, in the gateway itself. */
class KameletsTest {

    /** A bean of a team's routes, which notes what they get. */
    public static final class SeenBodies {

        static final List<JsonNode> events = new CopyOnWriteArrayList<>();
        static final List<JsonNode> delivered = new CopyOnWriteArrayList<>();
        static final AtomicInteger failures = new AtomicInteger();

        private static final ObjectMapper JSON = new ObjectMapper();

        public void event(String body) throws Exception {
            events.add(JSON.readTree(body));
            if (body.contains("fails once") && body.contains("submitted") && failures.getAndIncrement() == 0) {
                throw new IllegalStateException("out of paper");
            }
        }

        public void submitted(String body) throws Exception {
            delivered.add(JSON.readTree(body));
        }

        static List<String> types(String id) {
            return events.stream()
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
        team.put("events", route("events", "kamelet:sms-events-source?name=all", "event"));
        team.put(
                "submitted",
                route("submitted", "kamelet:sms-events-source?name=some&types=submitted&user=admin", "submitted"));
        gateway = RunningGateway.startAt(home, smsc.port());
        team.awaitRoutes("extensions/events.camel.yaml");
        team.awaitRoutes("extensions/submitted.camel.yaml");
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

    @Test
    void eventsShouldComeInOrderEachFlat() {
        String id = send("hello");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> SeenBodies.types(id).equals(List.of("accepted", "submitted")));
        JsonNode submitted = SeenBodies.events.get(SeenBodies.events.size() - 1);
        assertEquals("+36201234567", submitted.path("to").asText(), submitted.toString());
        assertEquals("admin", submitted.path("user").asText());
        assertEquals("sandbox", submitted.path("provider").asText());
    }
}
