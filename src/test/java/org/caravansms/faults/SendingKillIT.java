package org.caravansms.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The gateway dies at a named point on the way to the SMSC. What was accepted arrives, and no more is sent twice than a
 * window holds.
 */
class SendingKillIT {

    private static final long SEED = Long.getLong("caravan.seed", System.nanoTime());
    private static final int CLIENTS = 8;
    private static final int EACH = 100;
    private static final int WINDOW = 20;
    private static final Path FOLDER = Path.of("target", "sending-kill-test").toAbsolutePath();

    private final List<ServerProcess> processes = new ArrayList<>();
    private final Random random = new Random(SEED);
    private Site site;

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (ServerProcess process : processes) {
            process.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            an envelope half sent                        | submit-sm   | id: settle-accepted | 60
            an answer that is not noted                  | submit-sm   | registeredDelivery: | 60
            a commit of many requests, none answered     | sendmessage | id: submit-all      | 1
            a commit of many requests, the first answered | sendmessage | id: submit-all      | 4
            """)
    void acceptedMessagesShouldArriveOnce(String point, String route, String behind, int pass) throws Exception {
        site = Site.in(emptied());
        Path home = HaltingHome.in(FOLDER, route, behind);
        processes.add(site.startSimulator(5));
        ServerProcess dying = startGateway(home, pass + random.nextInt(pass));
        List<SentMessage> sent = send();
        await(point).atMost(Duration.ofSeconds(30)).until(() -> !dying.isAlive());
        startGateway(home, 0);
        check(point, sent);
    }

    /** The consumer receives nothing more, and waits for its answers when it dies. */
    @Test
    void answersThatComeWhileTheGatewayStopsShouldNotBeLost() throws Exception {
        site = Site.in(emptied());
        Path home = HaltingHome.copyTo(FOLDER);
        processes.add(site.startSimulator(200));
        ServerProcess dying = startGateway(home, 0);
        List<SentMessage> sent = send();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> site.smscJournal().read().size() > 3 * WINDOW);
        dying.beginStop();
        await().pollDelay(Duration.ofMillis(50 + random.nextInt(200))).until(() -> true);
        dying.kill();
        startGateway(home, 0);
        check("stopping", sent);
    }

    private ServerProcess startGateway(Path home, int haltAt) throws IOException {
        String options = ServerProcess.JAVA_OPTS + " -Dcaravan.halt-at=" + haltAt;
        ServerProcess gateway = site.startGateway(home, WINDOW, "JAVA_OPTS", options);
        processes.add(gateway);
        return gateway;
    }

    /** Several clients at a time, a request each; its answer may never come. */
    private List<SentMessage> send() {
        NumberedMessages messages = new NumberedMessages();
        List<List<SentMessage>> requests = IntStream.range(0, CLIENTS)
                .mapToObj(client -> messages.next(EACH, random))
                .toList();
        return requests.stream()
                .map(request -> CompletableFuture.supplyAsync(() -> post(request), task -> new Thread(task).start()))
                .toList()
                .stream()
                .flatMap(answer -> answer.join().stream())
                .toList();
    }

    private List<SentMessage> post(List<SentMessage> request) {
        try {
            return site.client().post(request);
        } catch (ConnectException e) {
            return request; // the gateway is dead already
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void check(String point, List<SentMessage> sent) throws IOException {
        Quiet quiet = new Quiet();
        await("empty queues, see " + FOLDER)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .until(() ->
                        quiet.reached(DeliveryCount.of(sent, site.smscJournal().read())));
        DeliveryCount count = DeliveryCount.of(sent, site.smscJournal().read());
        String summary = "sending: seed=" + SEED + " killed at: " + point + "; " + count;
        System.out.println(summary);
        assertAll(
                summary + "; journals and output are in " + FOLDER,
                () -> assertEquals(Set.of(), count.lost(), "lost"),
                () -> assertEquals(Set.of(), count.altered(), "altered"),
                () -> assertTrue(count.arrived() > 0, "nothing arrived"),
                () -> assertTrue(count.duplicates() <= WINDOW, "more duplicates than the window"));
    }

    private static Path emptied() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> old = Files.walk(FOLDER)) {
                old.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
        return Files.createDirectories(FOLDER);
    }
}
