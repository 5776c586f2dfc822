package org.caravansms.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 of the gateway while named messages are accepted: a client that repeats whatever had no answer, and all the
 * rest too, gets the first reports, and every message is sent once. No SMSC is there until the end, so that no
 * duplicate has another cause. {@code -Dcaravan.kills=20} makes it long, {@code -Dcaravan.seed=…} repeats its plan.
 */
class SameIdKillIT {

    private static final int KILLS = Integer.getInteger("caravan.kills", 3);
    private static final long SEED = Long.getLong("caravan.seed", System.nanoTime());
    private static final int BATCHES = 120;
    private static final int CONNECTIONS = 3;

    @TempDir
    static Path folder;

    private final List<ServerProcess> processes = new ArrayList<>();
    private final Random random = new Random(SEED);
    private final NumberedMessages messages = new NumberedMessages();
    private final Map<String, String> firstIds = new HashMap<>();
    private final ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
    private Site site;
    private int unanswered;

    @AfterEach
    void end() throws InterruptedException {
        clients.shutdownNow();
        for (ServerProcess process : processes) {
            process.close();
        }
    }

    @Test
    void repeatedMessagesShouldBeSentOnceWhateverIsKilled() throws Exception {
        site = Site.in(Files.createDirectories(folder));
        ServerProcess gateway = startGateway();
        List<List<SentMessage>> all = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            List<List<SentMessage>> batches = batches();
            all.addAll(batches);
            killUnder(gateway, batches);
            gateway = startGateway();
            postAndCompare(batches);
        }
        postAndCompare(all);
        processes.add(site.startSimulator(0));
        checkArrivals();
    }

    private ServerProcess startGateway() throws IOException {
        ServerProcess gateway = site.startGateway(20);
        processes.add(gateway);
        return gateway;
    }

    private List<List<SentMessage>> batches() {
        return Stream.generate(() -> messages.next(1 + random.nextInt(50), random))
                .limit(BATCHES)
                .toList();
    }

    private void killUnder(ServerProcess gateway, List<List<SentMessage>> batches) throws Exception {
        List<Future<List<SentMessage>>> answers =
                batches.stream().map(batch -> clients.submit(() -> post(batch))).toList();
        int before = random.nextInt(BATCHES * 3 / 4);
        await().atMost(Duration.ofSeconds(60)).until(() -> answers.get(before).isDone());
        gateway.kill();
        for (Future<List<SentMessage>> answer : answers) {
            compare(answer.get());
        }
    }

    private List<SentMessage> post(List<SentMessage> batch) throws InterruptedException {
        try {
            return SendMessages.naming(site.httpPort()).post(batch);
        } catch (ConnectException e) {
            return batch;
        }
    }

    private void postAndCompare(List<List<SentMessage>> batches) throws InterruptedException {
        for (List<SentMessage> batch : batches) {
            List<SentMessage> answer = post(batch);
            answer.forEach(sent -> assertEquals(SentMessage.Answer.OK, sent.answer(), sent.number()));
            compare(answer);
        }
    }

    private void compare(List<SentMessage> answer) {
        for (SentMessage sent : answer) {
            if (sent.answer() == SentMessage.Answer.OK) {
                assertEquals(firstIds.computeIfAbsent(sent.number(), number -> sent.id()), sent.id(), sent.number());
            } else {
                unanswered++;
            }
        }
    }

    private void checkArrivals() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> numbers().size() >= firstIds.size());
        assertTrue(unanswered > 0, "no kill hit a request: nothing was tried");
        Map<String, Long> times =
                numbers().stream().collect(Collectors.groupingBy(number -> number, Collectors.counting()));
        System.out.println("same id kill test: seed=" + SEED + " kills=" + KILLS + " messages=" + firstIds.size()
                + " unanswered=" + unanswered + " arrived=" + numbers().size() + " different=" + times.size());
        assertEquals(firstIds.keySet(), times.keySet());
        assertEquals(firstIds.size(), numbers().size(), "some came twice");
    }

    private List<String> numbers() {
        try {
            return site.smscJournal().read().stream()
                    .map(arrived -> arrived.text().split(" ")[0])
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
