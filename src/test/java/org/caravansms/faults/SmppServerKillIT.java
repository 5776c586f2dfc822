package org.caravansms.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.caravansms.FreePort;
import org.caravansms.faults.SentMessage.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway dies at named points between a client of its SMPP server and the queues, one after the other, on the same
 * data. What a client got an id for reaches the SMSC, once, and its receipt comes back; a receipt comes twice only when
 * its acknowledgement was lost. Parts of long messages wait through all of it. The seed says at which point it begins:
 * {@code -Dcaravan.kills=40} makes that ten times all four.
 */
class SmppServerKillIT {

    private static final long SEED = Long.getLong("caravan.seed", System.nanoTime());
    private static final int KILLS = Integer.getInteger("caravan.kills", 3);
    private static final int MESSAGES = 2000;
    private static final int WINDOW = 10;

    /** The most deliveries that wait for their answers. */
    private static final int DELIVERIES = 50;

    /** The most deliveries whose acknowledgements are recorded together. */
    private static final int COMMIT = 100;

    /** The most events that a kill repeats, when it comes between the commits of the database and of the queues. */
    private static final int STORE = 100;

    /** Where a step more ends it, and when it is passed for about how many times; without a route the client does. */
    private enum Point {
        READ_AND_NOT_COMMITTED("smpp-server", "ref: readSubmitSm", 10),
        COMMITTED_AND_NOT_ANSWERED("smpp-server", "ref: submitReports", 10),
        RECEIPT_ACKNOWLEDGED_AND_NOT_RECORDED("smpp-delivery", "id: deliver-to-client", 30),
        RECEIPT_SENT_AND_NOT_ACKNOWLEDGED("", "", 30);

        private final String route;
        private final String behind;
        private final int pass;

        Point(String route, String behind, int pass) {
            this.route = route;
            this.behind = behind;
            this.pass = pass;
        }
    }

    @TempDir
    Path folder;

    private final int port = FreePort.next();
    private final SmppSender client = new SmppSender(port);
    private final PartSender parts = new PartSender(port);
    private final Random random = new Random(SEED);
    private final List<ServerProcess> processes = new ArrayList<>();
    private Site site;

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (ServerProcess process : processes) {
            process.close();
        }
    }

    @Test
    void whatClientsGotAnIdForShouldBeSentOnceAndReceiptsComeBack() throws Exception {
        site = Site.in(folder);
        processes.add(site.startSimulator(1));
        int first = random.nextInt(Point.values().length);
        for (int i = 0; i < KILLS; i++) {
            killAt(Point.values()[(first + i) % Point.values().length]);
        }
        start(Path.of(System.getProperty("caravan.home", "target/caravan")), 0);
        parts.end();
        await("receipts")
                .atMost(Duration.ofMinutes(2))
                .until(() -> client.run(0, () -> missing().isEmpty()));
        await("joined parts").atMost(Duration.ofMinutes(2)).until(() -> joined().size() >= KILLS);
        DeliveryCount count = DeliveryCount.of(client.sent(), arrived(false));
        int again =
                client.receipts().values().stream().mapToInt(times -> times - 1).sum();
        System.out.println("smpp server kill test: seed=" + SEED + " kills=" + KILLS + " from "
                + Point.values()[first] + " on; " + count + "; receipts "
                + client.receipts().size() + ", again "
                + again + "; joined " + joined().size());
        assertEquals(parts.texts(), joined());
        assertTrue(count.accepted() >= 50 && count.unknown() > 0, "too few to show anything");
        assertEquals(Set.of(), count.lost());
        assertEquals(Set.of(), count.invented());
        assertEquals(Set.of(), count.altered());
        // towards the SMSC each kill may repeat what its window had under way
        assertTrue(count.duplicates() <= KILLS * WINDOW, count.toString());
        int most = KILLS * (DELIVERIES + COMMIT + STORE) + count.duplicates();
        assertTrue(again <= most, "receipts came again: " + again);
    }

    /** @return the texts of the messages that were submitted in parts; those of parts alone, too */
    private List<String> joined() throws IOException {
        return arrived(true).stream().map(Arrived::text).sorted().toList();
    }

    private List<Arrived> arrived(boolean inParts) throws IOException {
        return site.smscJournal().read().stream()
                .filter(message -> parts.isOwn(message) == inParts)
                .toList();
    }

    private void killAt(Point point) throws Exception {
        boolean byClient = point.route.isEmpty();
        Path home = byClient ? Path.of(System.getProperty("caravan.home", "target/caravan")) : home(point);
        ServerProcess dying = start(home, byClient ? 0 : point.pass + random.nextInt(point.pass));
        parts.begin();
        if (byClient) {
            client.acknowledge(false);
            client.run(100, () -> client.unacknowledged() >= WINDOW && isKilled(dying));
            client.acknowledge(true);
        } else {
            client.run(MESSAGES, () -> false);
            await(point.name()).atMost(Duration.ofSeconds(60)).until(() -> !dying.isAlive());
        }
    }

    /** While the client is connected. */
    private static boolean isKilled(ServerProcess gateway) {
        try {
            gateway.kill();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One for each point, which later kills use again. */
    private Path home(Point point) throws IOException {
        Path place = folder.resolve(point.name());
        return Files.exists(place) ? place.resolve("home") : HaltingHome.in(place, point.route, point.behind);
    }

    private ServerProcess start(Path home, int haltAt) throws IOException {
        ServerProcess gateway = site.startGateway(
                home,
                WINDOW,
                "JAVA_OPTS",
                ServerProcess.JAVA_OPTS + " -Dcaravan.halt-at=" + haltAt,
                "SMS_SMPP_SERVER_ENABLED",
                "true",
                "SMS_SMPP_SERVER_PORT",
                Integer.toString(port),
                "SMS_SMPP_SERVER_REASSEMBLE_MILLIS",
                "3600000",
                "SMS_API_USERS_FILE",
                users().toString(),
                "SMS_STORE_BACKPRESSURE_MILLIS",
                "5000",
                "SMS_PROVIDER_SANDBOX_RECONNECT_MILLIS",
                "100");
        processes.add(gateway);
        return gateway.awaitReady(parts::canBind);
    }

    /** The sample user, and another one of the same password. */
    private Path users() throws IOException {
        String lines = Files.readString(Path.of("config/users.properties"));
        String password = lines.lines()
                .filter(line -> line.startsWith("admin.password="))
                .findFirst()
                .orElseThrow()
                .replace("admin", PartSender.USER);
        String more =
                String.join("\n", "", password, PartSender.USER + ".smpp=true", PartSender.USER + ".reassemble=true");
        return Files.writeString(folder.resolve("users.properties"), lines + more + "\n");
    }

    /** @return the ids without a receipt */
    private Set<String> missing() {
        Set<String> ids = client.sent().stream()
                .filter(message -> message.answer() == Answer.OK)
                .map(SentMessage::id)
                .collect(Collectors.toCollection(TreeSet::new));
        ids.removeAll(client.receipts().keySet());
        return ids;
    }
}
