package org.caravansms.smppserver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.caravansms.simulator.WireClient;
import org.caravansms.simulator.WirePdu;
import org.caravansms.simulator.WireResponse;
import org.caravansms.smpp.PduType;
import org.caravansms.smpp.SmppPdu;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Broken PDUs, slow octets and floods: each is answered or ends its connection, and a good client beside them sees nothing
 * of it. {@code -Dcaravan.mutations=1000000} says how many, {@code -Dcaravan.seed} which.
 */
class MalformedPduTest {

    private static final int MUTATIONS = Integer.getInteger("caravan.mutations", 20_000);
    private static final long SEED = Long.getLong("caravan.seed", 20_261_127);
    private static final int AT_ONCE = 50;
    private static final int HEADER = 16;
    private static final int LONGEST = 131_072;
    private static final int MARK = 0x7A000000;
    private static final int ENQUIRE_LINK_RESP = 0x80000015;
    private static final int SUBMIT_SM_RESP = 0x80000004;
    private static final int QUERY_SM_RESP = 0x80000003;

    /** The usual one of a bind. */
    private static final int WINDOW = 100;

    private static BareSmppServer server;

    private final Random random = new Random(SEED);
    private final Map<Integer, Integer> statuses = new HashMap<>();
    private int mutations;
    private int cut;

    @BeforeAll
    static void start() throws Exception {
        server = new BareSmppServer("", 20);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void mutationsShouldEachBeAnsweredOrEndTheirConnection() throws Exception {
        List<byte[]> samples = samples();
        try (WireClient good = bound()) {
            WireClient client = bound();
            while (mutations < MUTATIONS) {
                client = sendSome(client, samples, mutations + 1);
                assertEquals(0, good.ask(WirePdu.submitSm(mutations, "good")).commandStatus());
            }
            client.close();
        }
        System.out.printf(
                "MalformedPduTest: seed %d, %d mutations, %d connections ended, answers by command_status %s%n",
                SEED, mutations, cut, statuses);
        assertTrue(cut > 0 && statuses.size() > 5, statuses.toString());
        await().until(() -> server.clients.all().isEmpty());
    }

    /** @return the same client, or another one where its connection ended */
    private WireClient sendSome(WireClient client, List<byte[]> samples, int mark) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        boolean framed = true;
        for (int i = 0; i < AT_ONCE && framed; i++) {
            byte[] pdu = mutated(samples.get(random.nextInt(samples.size())));
            mutations++;
            long length = ByteBuffer.wrap(pdu).getInt() & 0xFFFFFFFFL;
            framed = length >= HEADER && length <= LONGEST && length >= pdu.length;
            // what the length says that is not there
            octets.writeBytes(framed ? Arrays.copyOf(pdu, (int) length) : pdu);
        }
        try {
            client.send(octets.toByteArray());
            if (!framed) {
                // a shorter length leaves octets that are no PDU: the rest of one, and a length of 0
                client.send(new byte[LONGEST]);
            }
            client.send(WirePdu.empty(WirePdu.ENQUIRE_LINK, MARK | mark));
            readUntil(client, MARK | mark);
            return client;
        } catch (EOFException | SocketException ended) {
            cut++;
        } catch (SocketTimeoutException silent) {
            throw new AssertionError("no answer with seed " + SEED + " near mutation " + mark, silent);
        }
        client.close();
        return bound();
    }

    private void readUntil(WireClient client, int sequence) throws IOException {
        WireResponse answer = client.receive();
        while (answer.commandId() != ENQUIRE_LINK_RESP || answer.sequence() != sequence) {
            assertTrue(answer.commandId() < 0 || answer.commandId() == WirePdu.UNBIND, answer.hex());
            statuses.merge(answer.commandStatus(), 1, Integer::sum);
            answer = client.receive();
        }
    }

    private byte[] mutated(byte[] sample) {
        byte[] octets = sample.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            // seldom the length, which ends the connection
            int from = random.nextInt(200) == 0 ? 0 : 4;
            octets[from + random.nextInt(octets.length - from)] = (byte) random.nextInt(256);
        }
        if (random.nextInt(3) == 0 && octets.length > HEADER) {
            octets = Arrays.copyOf(octets, HEADER + random.nextInt(octets.length - HEADER));
            ByteBuffer.wrap(octets).putInt(octets.length);
        }
        return octets;
    }

    private static List<byte[]> samples() {
        WirePdu submit = WirePdu.submitSm(2, "Hello");
        return List.of(
                submit.bytes(),
                submit.asking(1).with("0204000200070424000548656c6c6f").bytes(),
                submit.with("020c00020007020e000102020f000101").bytes(),
                WirePdu.submitSm(3, 0x40, 8, new byte[] {5, 0, 3, 7, 2, 1, 4, 0x16})
                        .bytes(),
                WirePdu.bind(WirePdu.BIND_TRANSCEIVER, "admin", "abc123").bytes(),
                WirePdu.empty(WirePdu.ENQUIRE_LINK, 4).bytes(),
                WirePdu.empty(WirePdu.DELIVER_SM | 0x80000000, 5).with("00").bytes(),
                WirePdu.empty(0x03, 6).with("61000101343400").bytes(),
                WirePdu.empty(0x21, 7)
                        .with("000101343400020101013336000261620000000000000000000161")
                        .bytes(),
                WirePdu.empty(0x103, 8)
                        .with("000101343400010133360000000004240001" + "61")
                        .bytes());
    }

    @Test
    void octetsOneByOneShouldBeAPdu() throws Exception {
        try (WireClient client = bound()) {
            for (byte octet : WirePdu.submitSm(2, "slow").bytes()) {
                client.send(new byte[] {octet});
            }
            assertEquals(0, client.receive().commandStatus());
        }
    }

    /** Each is answered, within the window or without. */
    @Test
    void clientThatFloodsShouldHarmNobody() throws Exception {
        int count = 20_000;
        try (WireClient flood = bound();
                WireClient good = bound()) {
            Thread sender = new Thread(() -> sendAll(flood, count));
            sender.start();
            for (int i = 2; i < 50; i++) {
                assertEquals(0, good.ask(WirePdu.submitSm(i, "good")).commandStatus());
            }
            Map<Integer, Integer> answered = new HashMap<>();
            for (int i = 0; i < count; i++) {
                answered.merge(flood.receive(SUBMIT_SM_RESP).commandStatus(), 1, Integer::sum);
            }
            sender.join();
            assertTrue(answered.keySet().stream().allMatch(List.of(0, 0x58)::contains), answered.toString());
        }
    }

    /** Its answers fill its socket; then its requests wait in it, and nowhere else. */
    @Test
    void clientThatDoesNotReadShouldNotBeReadFrom() throws Exception {
        AtomicLong sent = new AtomicLong();
        try (WireClient deaf = bound();
                WireClient good = bound()) {
            Thread sender = new Thread(() -> fill(deaf, sent));
            sender.start();
            AtomicLong before = new AtomicLong(-1);
            await().pollInterval(Duration.ofMillis(500))
                    .during(Duration.ofSeconds(2))
                    .until(() -> {
                        assertEquals(0, good.ask(WirePdu.submitSm(2, "good")).commandStatus());
                        return before.getAndSet(sent.get()) == sent.get() && sent.get() > 0;
                    });
            assertTrue(sender.isAlive());
            deaf.close();
            sender.join();
            assertEquals(0, good.ask(WirePdu.submitSm(3, "good")).commandStatus());
        }
    }

    /** @param sent how many so far; it ends with the connection */
    private static void fill(WireClient client, AtomicLong sent) {
        byte[] many = new byte[HEADER * 100];
        for (int i = 0; i < 100; i++) {
            ByteBuffer.wrap(many)
                    .put(i * HEADER, WirePdu.empty(WirePdu.ENQUIRE_LINK, 9).bytes());
        }
        try {
            while (true) {
                client.send(many);
                sent.addAndGet(100);
            }
        } catch (IOException closed) {
            assertTrue(sent.get() > 0);
        }
    }

    /** 100 of each bind, its window, and no answer: those that are too many are refused, and nobody else waits. */
    @Test
    void queriesThatWaitShouldHoldUpNobody() throws Exception {
        int binds = 12;
        List<WireClient> clients = new ArrayList<>();
        server.commands = new CountDownLatch(1);
        try (WireClient good = bound()) {
            for (int i = 0; i < binds; i++) {
                clients.add(bound());
            }
            for (WireClient client : clients) {
                for (int i = 0; i < WINDOW; i++) {
                    client.send(WirePdu.empty(0x03, 10 + i).with("61000101343400"));
                }
            }
            int refused = clients.get(binds - 1).receive(QUERY_SM_RESP).commandStatus();
            assertEquals(0x58, refused);
            assertEquals(0, good.ask(WirePdu.submitSm(2, "good")).commandStatus());
            server.commands.countDown();
            assertEquals(binds * WINDOW, answers(clients) + 1);
        } finally {
            server.commands.countDown();
            for (WireClient client : clients) {
                client.close();
            }
        }
    }

    /** @return how many they are, but for one of the last client that was read before */
    private static int answers(List<WireClient> clients) throws IOException {
        int answers = 0;
        for (WireClient client : clients) {
            int left = client == clients.get(clients.size() - 1) ? WINDOW - 1 : WINDOW;
            for (int i = 0; i < left; i++) {
                assertTrue(
                        List.of(0, 0x58).contains(client.receive(QUERY_SM_RESP).commandStatus()));
                answers++;
            }
        }
        return answers;
    }

    /** Of two of a user. */
    @Test
    void bindThatDoesNotAnswerShouldNotHoldUpTheOther() throws Exception {
        try (WireClient deaf = WireClient.bound(server.port, WirePdu.BIND_RECEIVER, "u0", "abc123");
                WireClient good = WireClient.bound(server.port, WirePdu.BIND_RECEIVER, "u0", "abc123")) {
            List<ClientSession> both = List.of(receiver(), receiver());
            assertNotSame(both.get(0), both.get(1));
            List<CompletableFuture<PendingDeliveries.End>> ends =
                    both.stream().map(MalformedPduTest::deliver).toList();
            good.answerNext(0);
            await().until(() -> ends.stream().anyMatch(CompletableFuture::isDone));
            ClientSession answering = both.get(ends.get(0).isDone() ? 0 : 1);
            for (int i = 0; i < 10; i++) {
                assertSame(answering, receiver());
                CompletableFuture<PendingDeliveries.End> end = deliver(receiver());
                good.answerNext(0);
                await().until(end::isDone);
            }
            deaf.receive(WirePdu.DELIVER_SM);
        }
    }

    private static ClientSession receiver() {
        return server.clients.receiver("u0").orElseThrow();
    }

    private static CompletableFuture<PendingDeliveries.End> deliver(ClientSession to) {
        return to.deliver(SmppPdu.of(PduType.DELIVER_SM, 1));
    }

    /** A client that was bound already binds beside them. */
    @Test
    void wrongLoginsShouldBeThrottled() throws Exception {
        bound().close();
        int wrong = 0;
        int status = loginOf("nobody");
        while (status == 0x0E && wrong < 100) {
            wrong++;
            status = loginOf("nobody");
        }
        assertTrue(wrong > 0 && status == 0x0D, wrong + " wrong logins, then " + status);
        assertEquals(0, loginOf("admin"));
    }

    private static int loginOf(String user) throws IOException {
        try (WireClient client = WireClient.connected(server.port)) {
            return client.ask(WirePdu.bind(WirePdu.BIND_TRANSCEIVER, user, "abc123"))
                    .commandStatus();
        }
    }

    private static void sendAll(WireClient client, int count) {
        try {
            for (int i = 0; i < count; i++) {
                client.send(WirePdu.submitSm(10 + i, "flood"));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WireClient bound() throws IOException {
        return WireClient.bound(server.port, WirePdu.BIND_TRANSCEIVER, "admin", "abc123");
    }
}
