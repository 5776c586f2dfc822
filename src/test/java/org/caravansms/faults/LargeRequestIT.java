package org.caravansms.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The largest requests there may be, on a small heap that the simulator shares. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LargeRequestIT {

    private static final String HEAP = " -Xmx256m";
    private static final int MOST = 100_000;
    private static final Pattern ARRIVED =
            Pattern.compile("^submit_sm .* \"([a-z]+)([0-9]{6}) Your parcel.*\" -> 0x00 ");

    @TempDir
    static Path folder;

    private static Site site;
    private static ServerProcess gateway;

    private long logged;

    @BeforeAll
    static void start() throws IOException {
        site = Site.in(folder);
        gateway = ServerProcess.start(log(), settings(), "run").awaitReady(site.client()::isAnswered);
    }

    @AfterAll
    static void endWithMemoryLeft() throws Exception {
        gateway.close();
        try (Stream<String> lines = Files.lines(log())) {
            assertFalse(lines.anyMatch(line -> line.contains("OutOfMemoryError")), "the heap was too small");
        }
    }

    private static Path log() {
        return folder.resolve("gateway.log");
    }

    private static Map<String, String> settings() {
        return Map.of(
                "JAVA_OPTS",
                ServerProcess.JAVA_OPTS + HEAP,
                "SMS_HTTP_PORT",
                Integer.toString(site.httpPort()),
                "SMS_HTTPS_ENABLED",
                "false",
                "SMS_DATA_DIR",
                folder.resolve("data").toString(),
                "SMS_PROVIDER_SANDBOX_PORT",
                Integer.toString(site.smscPort()));
    }

    @Test
    @Order(1)
    void requestOfOneMessageTooManyShouldBeRefused() throws Exception {
        String answer = new LargeRequest("many", MOST + 1).postForm(site.httpPort());
        assertEquals(1, count("<errorcode>4</errorcode>", answer), answer);
        assertEquals(1, count("messagecount is not a number between 1 and 100000.", answer), answer);
        String reply = new LargeRequest("more", MOST + 1).postJson(site.httpPort());
        assertEquals(1, count("messages is not a list of 1 to 100000 messages.", reply), reply);
    }

    @Test
    @Order(2)
    void messagesOfLargeRequestsShouldBeAcceptedAndArriveOnce() throws Exception {
        assertAllAccepted(MOST, new LargeRequest("a", MOST).postForm(site.httpPort()));
        String reply = new LargeRequest("b", MOST).postJson(site.httpPort());
        assertEquals(MOST, count("\"status\":\"SUCCESS\"", reply));
        await().atMost(Duration.ofSeconds(240))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    assertTrue(isLogAtRest(), "messages arrive");
                    assertEquals(Map.of("a", MOST, "b", MOST), arrivedOnce());
                });
    }

    /** To read all of it at each look would take the processor from the gateway. */
    private boolean isLogAtRest() throws IOException {
        long before = logged;
        logged = Files.size(log());
        return logged == before;
    }

    /** Last, as what it has sent is not waited for. */
    @Test
    @Order(3)
    void largeRequestsSideBySideShouldBeAcceptedOrToldToComeAgain() {
        List<String> answers = Stream.of("c", "d", "e")
                .map(name -> CompletableFuture.supplyAsync(() -> post(new LargeRequest(name, MOST))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        List<String> accepted = answers.stream()
                .filter(answer -> !answer.contains("<errorcode>"))
                .toList();
        assertTrue(!accepted.isEmpty(), () -> answers.toString());
        accepted.forEach(answer -> assertAllAccepted(MOST, answer));
        answers.stream()
                .filter(answer -> answer.contains("<errorcode>"))
                .forEach(answer -> assertTrue(answer.contains("<errorcode>23</errorcode>"), answer));
    }

    private String post(LargeRequest request) {
        try {
            return request.postForm(site.httpPort());
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private static void assertAllAccepted(int count, String answer) {
        assertEquals(count, count("<statuscode", answer), () -> answer.substring(0, Math.min(300, answer.length())));
        assertEquals(
                count,
                Pattern.compile("<statuscode\\d+>0<").matcher(answer).results().count());
    }

    private static int count(String part, String answer) {
        return (int)
                Pattern.compile(part, Pattern.LITERAL).matcher(answer).results().count();
    }

    /** @return how many messages of each request the simulator took; one that came twice fails */
    private Map<String, Integer> arrivedOnce() throws IOException {
        Map<String, BitSet> arrived = new HashMap<>();
        try (Stream<String> lines = Files.lines(log())) {
            lines.map(ARRIVED::matcher).filter(Matcher::find).forEach(line -> {
                BitSet numbers = arrived.computeIfAbsent(line.group(1), name -> new BitSet(MOST));
                int number = Integer.parseInt(line.group(2));
                assertFalse(numbers.get(number), line.group(1) + number + " came twice");
                numbers.set(number);
            });
        }
        Map<String, Integer> counts = new HashMap<>();
        arrived.forEach((name, numbers) -> counts.put(name, numbers.cardinality()));
        return counts;
    }
}
