package org.caravansms.faults;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * kill -9 of the gateway at random moments under load: what was accepted arrives, nothing else does, and no kill
 * repeats more messages than the window holds. {@code -Dcaravan.kills=50} makes it long, {@code -Dcaravan.seed=…}
 * repeats its plan.
 */
class GatewayKillIT {
    private static final int KILLS = Integer.getInteger("caravan.kills", 3);
    private static final long SEED = Long.getLong("caravan.seed", System.nanoTime());
    private static final int WINDOW = 20;
    private static final int LATENCY_MILLIS = 5;
    private static final int MOST_MESSAGES = (KILLS + 1) * 25_000;
    private static final Path FOLDER = Path.of("target", "kill-test").toAbsolutePath();

    private final Deque<ServerProcess> processes = new ArrayDeque<>();
    private final Random random = new Random(SEED);
    private Site site;

    @BeforeEach
    void emptyFolder() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> old = Files.walk(FOLDER)) {
                old.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
        site = Site.in(Files.createDirectories(FOLDER));
    }

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (ServerProcess process : processes) {
            process.close();
        }
    }

    @Test
    void acceptedMessagesShouldSurviveKills() throws Exception {
        processes.push(site.startSimulator(LATENCY_MILLIS));
        startGateway();
        try (SentJournal sent = site.sentJournal()) {
            try (ApiLoad load = new ApiLoad(site.client(), sent, MOST_MESSAGES).start(SEED)) {
                killUnder(load);
            }
            awaitQuiet(sent);
            assertTrue(processes.peek().stop(), "the gateway does not stop, see " + FOLDER);
            check(count(sent));
        }
    }

    private void startGateway() throws IOException {
        processes.push(site.startGateway(WINDOW));
    }

    private void killUnder(ApiLoad load) throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            awaitRandomMoment(load);
            processes.pop().kill();
            startGateway();
        }
        awaitRandomMoment(load);
    }

    private void awaitRandomMoment(ApiLoad load) {
        int until = load.answered() + 20 + random.nextInt(150);
        await("answers, see " + FOLDER)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> load.answered() >= until);
    }

    private void awaitQuiet(SentJournal sent) {
        Quiet quiet = new Quiet();
        await("empty queues, see " + FOLDER)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> quiet.reached(count(sent)));
    }

    private DeliveryCount count(SentJournal sent) throws IOException {
        return DeliveryCount.of(sent.read(), site.smscJournal().read());
    }

    private static void check(DeliveryCount count) {
        String summary = "kill test: seed=" + SEED + " kills=" + KILLS + " " + count;
        System.out.println(summary);
        assertAll(
                summary + "; journals and output are in " + FOLDER,
                () -> assertEquals("", some(count.lost()), "lost"),
                () -> assertEquals("", some(count.invented()), "invented"),
                () -> assertEquals("", some(count.altered()), "altered"),
                () -> assertTrue(count.duplicates() <= KILLS * WINDOW, "more duplicates than kills * window"));
    }

    private static String some(Set<String> numbers) {
        return numbers.stream().limit(20).collect(joining(" "));
    }
}
