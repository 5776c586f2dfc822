package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.caravansms.simulator.SubmitSm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Good requests with something broken in them: each is answered or cut off at once, none is the gateway's fault, and the
 * SMSC gets what was accepted and nothing else. {@code -Dcaravan.mutations} says how many, {@code -Dcaravan.seed} which.
 */
class MalformedHttpTest {

    private static final int CLIENTS = 2;
    private static final int MUTATIONS = Integer.getInteger("caravan.mutations", 20_000);
    private static final long SEED = Long.getLong("caravan.seed", System.nanoTime());

    private static final Pattern MARK = Pattern.compile("m[0-9a-f]{16}");

    @TempDir
    static Path data;

    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger named = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    @Test
    void brokenRequestsShouldBeAnsweredAndOnlyWhatWasAcceptedSent() throws Exception {
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = start(smsc.port());
                Queues queues = new Queues()) {
            sendAll(gateway.port());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> queues.browse(Queues.OUTBOUND).isEmpty());
            System.out.printf(
                    "%d mutations of seed %d: %d messages accepted, %d more under an id, %d answers cut, %d arrived%n",
                    MUTATIONS, SEED, accepted.get(), named.get(), cut.get(), messages(smsc));
            assertArrived(smsc);
        }
    }

    /** Wrong passwords cost as little as can be: there are thousands of them. */
    private static RunningGateway start(int smscPort) throws IOException {
        Path users = data.resolve("users.properties");
        String hash = Password.hash("abc123")
                .with(BcryptFunction.getInstance(Bcrypt.B, 4))
                .getResult();
        Files.writeString(users, "admin.password=" + hash + "\n");
        return RunningGateway.start(
                data, smscPort, "SMS_HTTP_MAX_MESSAGES", "1000", "SMS_API_USERS_FILE", users.toString());
    }

    private void sendAll(int port) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> ends = IntStream.range(0, CLIENTS)
                .<Future<?>>mapToObj(i -> clients.submit(() -> sendUntilDone(port)))
                .toList();
        clients.shutdown();
        for (Future<?> end : ends) {
            end.get();
        }
    }

    private Void sendUntilDone(int port) throws IOException {
        for (int i = next.getAndIncrement(); i < MUTATIONS; i = next.getAndIncrement()) {
            String mark = mark(i);
            byte[] request = new Mutation(SEED + i).of(GoodRequest.with(mark));
            String which = "seed " + SEED + ", iteration " + i + ", request ";
            note(mark, request, answer(request, port, i, which + HexFormat.of().formatHex(request)));
        }
        return null;
    }

    private static RawAnswer answer(byte[] request, int port, int i, String which) throws IOException {
        try {
            RawAnswer answer = RawAnswer.to(request, port, address(i));
            assertTrue(!answer.isGatewaysFault(), () -> which + ", answer " + answer.text());
            return answer;
        } catch (SocketTimeoutException e) {
            throw new AssertionError("No answer: " + which, e);
        }
    }

    /** Wrong logins are counted for each address, and they are not what is tried here. */
    private static InetAddress address(int i) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, (byte) (1 + (i >> 16) % 250), (byte) (i >> 8), (byte) i});
    }

    /** No mutation makes one mark of another. */
    private static String mark(int i) {
        return "m" + HexFormat.of().toHexDigits((i + 1) * 0x9E3779B97F4A7C15L);
    }

    /** A message under an id that a mutation made the same as another's is accepted and not sent again. */
    private void note(String mark, byte[] request, RawAnswer answer) {
        if (!answer.isWhole()) {
            cut.incrementAndGet();
        } else if (answer.accepted() == 0) {
            refused.add(mark);
        }
        boolean isNamed = new String(request, StandardCharsets.ISO_8859_1).contains("messageid");
        (isNamed ? named : accepted).addAndGet(answer.accepted());
    }

    private void assertArrived(TestSmsc smsc) {
        List<String> texts = smsc.texts();
        assertEquals(List.of(), texts.stream().filter(this::isRefused).toList());
        int most = accepted.get() + named.get() + cut.get();
        long arrived = messages(smsc);
        assertTrue(arrived >= accepted.get() && arrived <= most, arrived + " arrived");
        assertTrue(accepted.get() > 0);
    }

    /** Of a long message the first part counts: its header ends with the part's number. */
    private static long messages(TestSmsc smsc) {
        return smsc.received().stream()
                .map(SubmitSm::header)
                .filter(header -> header.length == 0 || header[header.length - 1] == 1 || header[1] != 0)
                .count();
    }

    private boolean isRefused(String text) {
        return MARK.matcher(text).results().anyMatch(found -> refused.contains(found.group()));
    }
}
