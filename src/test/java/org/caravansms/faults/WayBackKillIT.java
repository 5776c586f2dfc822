package org.caravansms.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.caravansms.gateway.ReceivedCallbacks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gateway dies at a named point on the way back. Every accepted message gets its receipt nevertheless, whoever
 * wanted to be called is called of both changes, and no receipt is left over but for what was sent twice.
 */
class WayBackKillIT {

    private static final long SEED = Long.getLong("caravan.seed", System.nanoTime());
    private static final int REQUESTS = 6;
    private static final int EACH = 50;
    private static final int WINDOW = 50;
    private static final Path FOLDER = Path.of("target", "way-back-test").toAbsolutePath();

    private final List<ServerProcess> processes = new ArrayList<>();
    private final Random random = new Random(SEED);

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (ServerProcess process : processes) {
            process.close();
        }
    }

    /** Half of the points in a run, by its seed; all of them with {@code -Dcaravan.points=6}. */
    static Stream<Arguments> points() {
        List<Arguments> all = new ArrayList<>(List.of(
                arguments("deliver_sm, read and not published", "deliver-sm", "ref: readDeliverSm"),
                arguments("deliver_sm, published and not answered", "deliver-sm", "id: publish-pdus"),
                arguments("store, in the database and not published", "store", "ref: applyEvents"),
                arguments("store, published and not committed", "store", "sameTransaction: true"),
                arguments("callbacks, made and not queued", "callbacks", "ref: makeCallbacks"),
                arguments("callback, answered and not settled", "callback", "ref: callUrl")));
        Collections.shuffle(all, new Random(SEED));
        return all.stream().limit(Integer.getInteger("caravan.points", all.size() / 2));
    }

    @ParameterizedTest
    @MethodSource("points")
    void receiptsAndCallbacksShouldSurvive(String point, String route, String behind) throws Exception {
        Site site = Site.in(emptied(FOLDER));
        Path home = HaltingHome.in(FOLDER, route, behind);
        int at = pass(route);
        try (ReceivedCallbacks seen = ReceivedCallbacks.start()) {
            processes.add(site.startSimulator(1, "--receipts-twice", "5%"));
            ServerProcess dying = site.startGateway(home, WINDOW, environment(at));
            processes.add(dying);
            Set<String> accepted = send(site, seen.port());
            await(point).atMost(Duration.ofSeconds(30)).until(() -> !dying.isAlive());
            ServerProcess next = site.startGateway(home, WINDOW, environment(0));
            processes.add(next);
            await(point + ": calls").atMost(Duration.ofSeconds(60)).until(() -> missing(accepted, seen)
                    .isEmpty());
            await(point + ": receipts").atMost(Duration.ofSeconds(30)).until(() -> isRead(site));
            assertTrue(next.stop(), "the gateway does not stop");
            StoredStates stored = StoredStates.in(FOLDER.resolve("data"));
            System.out.println("way back: seed=" + SEED + " killed at: " + point + ", pass " + at + "; accepted "
                    + accepted.size() + ", delivered " + stored.delivered().size() + ", receipts left over "
                    + stored.parked().size() + " for " + sentTwice(site) + " sent twice, calls "
                    + seen.uris().size() + " for " + 2 * accepted.size());
            assertTrue(accepted.size() >= EACH, "too few were accepted to show anything");
            assertEquals(Set.of(), minus(accepted, stored.delivered()), "without its receipt");
            assertTrue(
                    stored.parked().size() <= sentTwice(site),
                    "receipts without a message, which are not of a submit_sm whose answer the kill took");
        }
    }

    /** The first receipts may come before the answer to the request, and the store may read all events at once. */
    private int pass(String route) {
        return switch (route) {
            case "store" -> 1;
            case "deliver-sm" -> 3 + random.nextInt(3);
            default -> 1 + random.nextInt(3);
        };
    }

    private static String[] environment(int haltAt) {
        return new String[] {
            "JAVA_OPTS", ServerProcess.JAVA_OPTS + " -Dcaravan.halt-at=" + haltAt,
            "SMS_CALLBACK_HOSTS", "localhost",
            "SMS_CALLBACK_PRIVATE_NETWORKS", "true",
            // on a busy machine the store waits for messages, and must not wait longer than this test
            "SMS_STORE_BACKPRESSURE_MILLIS", "5000",
            "SMS_PROVIDER_SANDBOX_RECONNECT_MILLIS", "100"
        };
    }

    /** @return the ids of those whose request was answered; the gateway may be dead before the last */
    private static Set<String> send(Site site, int port) throws InterruptedException {
        String url = URLEncoder.encode("http://localhost:" + port + "/$status/$messageid", StandardCharsets.UTF_8);
        SendMessages client = site.client().reportingTo(url);
        NumberedMessages messages = new NumberedMessages();
        Set<String> accepted = new TreeSet<>();
        for (int i = 0; i < REQUESTS; i++) {
            try {
                for (SentMessage sent : client.post(messages.next(EACH, new Random(SEED + i)))) {
                    if (sent.answer() == SentMessage.Answer.OK) {
                        accepted.add(sent.id());
                    }
                }
            } catch (ConnectException e) {
                break;
            }
        }
        return accepted;
    }

    private static Set<String> missing(Set<String> accepted, ReceivedCallbacks seen) {
        Set<String> wanted = new TreeSet<>();
        accepted.forEach(id -> wanted.addAll(List.of("/deliveredtonetwork/" + id, "/deliveredtohandset/" + id)));
        return minus(wanted, Set.copyOf(seen.uris()));
    }

    /** A submit_sm whose answer was lost with the gateway is sent again, under another id of the SMSC's. */
    private static long sentTwice(Site site) throws IOException {
        List<Arrived> all = site.smscJournal().read();
        return all.size() - all.stream().map(Arrived::text).distinct().count();
    }

    /** Whether the SMSC has nothing left that it wants to tell. */
    private static boolean isRead(Site site) throws IOException {
        return Files.readString(site.folder().resolve("simulator.json"))
                .matches("(?s).*\"receipts\":\\{[^}]*\\{[^}]*\\}[^}]*\"pending\":0\\}.*");
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                old.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
        return Files.createDirectories(folder);
    }
}
