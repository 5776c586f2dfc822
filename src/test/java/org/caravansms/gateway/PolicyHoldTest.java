package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.camel.Body;
import org.caravansms.simulator.SubmitSm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No message passes by a policy in {@code extensions/}, neither at the start nor while its file changes. */
class PolicyHoldTest {

    private static final String REFUSED = "No messages to satellites.";
    private static final String SATELLITE = "recipient=%2B882161&messagedata=flow";
    private static final int CLIENTS = 4;

    private static final CountDownLatch asked = new CountDownLatch(1);
    private static final CountDownLatch released = new CountDownLatch(1);
    private static final List<Map<String, Object>> early = new CopyOnWriteArrayList<>();

    /** Steps of a route that sends a message as soon as Camel runs. */
    public static final class Early {

        public void ask() {
            asked.countDown();
        }

        public void collect(@Body Map<String, Object> answer) {
            early.add(answer);
        }
    }

    /** A bean of the policy that is made when a message waits. */
    public static final class Late {

        public Late() throws InterruptedException {
            asked.await();
        }
    }

    /** A bean of another file, which does not come to its end. */
    public static final class Slow {

        public Slow() throws InterruptedException {
            released.await();
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
        Installation.addRoute(Installation.in(home), "early", """
                - route:
                    id: early
                    from:
                      uri: timer:early
                      parameters: { repeatCount: 1, delay: -1 }
                      steps:
                        - bean: { beanType: "%1$s", method: ask }
                        - setBody: { constant: '{"to":"+882161","text":"early"}' }
                        - to: direct:send
                        - bean: { beanType: "%1$s", method: collect }
                """.formatted(Early.class.getName()));
        team = new TeamFolder(home);
        team.put("a-slow", bean(Slow.class) + TeamFolder.command("operator-slow", "slow", "slow"));
        team.put("satellites", bean(Late.class) + policy("first"));
        gateway = RunningGateway.startAt(home, smsc.port());
    }

    private static String bean(Class<?> type) {
        return "- beans: [ { name: %s, type: \"%s\" } ]\n".formatted(type.getSimpleName(), type.getName());
    }

    private static String policy(String id) {
        return """
                - route:
                    id: %s
                    from:
                      uri: direct:policy
                      steps:
                        - filter:
                            simple: "${body[to]} startsWith '+882'"
                            steps:
                              - setHeader: { name: SmsRefuse, constant: "%s" }
                """.formatted(id, REFUSED);
    }

    @AfterAll
    static void stop() throws Exception {
        released.countDown();
        gateway.close();
        smsc.close();
    }

    /** The gateway runs although one file is not loaded yet. */
    @Test
    void messageOfTheStartShouldWaitForThePolicy() {
        await().until(() -> !early.isEmpty());
        assertTrue(early.toString().contains(REFUSED), early.toString());
        assertTrue(team.routes("operator-slow").isEmpty());
        released.countDown();
        team.awaitRoutes("operator-slow ");
    }

    @Test
    void messagesShouldWaitWhileThePolicyChanges() throws Exception {
        released.countDown();
        List<String> answers = new CopyOnWriteArrayList<>();
        AtomicBoolean sending = new AtomicBoolean(true);
        List<CompletableFuture<Void>> clients = IntStream.range(0, CLIENTS)
                .mapToObj(i -> CompletableFuture.runAsync(() -> send(sending, answers), r -> new Thread(r).start()))
                .toList();
        changeThePolicy();
        sending.set(false);
        clients.forEach(CompletableFuture::join);
        assertEquals(
                List.of(),
                answers.stream().filter(answer -> !answer.contains(REFUSED)).toList());
        removeThePolicy();
    }

    private static void send(AtomicBoolean sending, List<String> answers) {
        while (sending.get()) {
            answers.add(gateway.send(SATELLITE));
        }
    }

    private static void changeThePolicy() throws IOException {
        for (String id : List.of("second", "third")) {
            team.put("satellites", policy(id));
            team.awaitRoutes(id + " ");
        }
        team.put("satellites", policy("fourth") + "        - to: nowhere:x\n");
        team.awaitRoutes("satellites.camel.yaml stays as it was");
        Files.move(team.file("satellites"), team.file("a-policy"));
        team.put("a-policy", policy("fifth"));
        team.awaitRoutes("fifth ");
        assertEquals("", team.routes("satellites"));
    }

    /** Had a message passed before, it would have arrived, too. */
    private static void removeThePolicy() throws IOException {
        gateway.send("recipient=%2B36201111111&messagedata=other");
        team.remove("a-policy");
        await().until(() -> gateway.send(SATELLITE).contains("<statuscode>0<"));
        await().atMost(Duration.ofSeconds(60)).until(() -> smsc.received().size() == 2);
        assertEquals(
                List.of("36201111111 other", "882161 flow"),
                smsc.received().stream().map(PolicyHoldTest::line).sorted().toList());
    }

    private static String line(SubmitSm message) {
        return message.destination().addr() + " " + message.text();
    }
}
