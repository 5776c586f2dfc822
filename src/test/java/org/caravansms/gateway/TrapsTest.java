package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.caravansms.smsc.WireSmsc.SUBMIT_SM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.FreePort;
import org.caravansms.smsc.WireSmsc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was measured to go wrong on camel-smpp with a whole window, or without an SMSC: traps 7, 10, 11 and 12. */
class TrapsTest {

    private static final String DOUBT = "sms.outbound.doubt";

    @TempDir
    Path data;

    /** The response timer is a minute: nobody waits for it. */
    @Test
    void trap7WindowOfACutConnectionShouldBeHeldAtOnceAndNotSentAgain() throws Exception {
        try (WireSmsc smsc = WireSmsc.start((id, sequence) -> id == SUBMIT_SM ? null : WireSmsc.ok(id, sequence));
                RunningGateway gateway = RunningGateway.start(
                        data,
                        smsc.port(),
                        "SMS_PROVIDER_SANDBOX_WINDOW",
                        "5",
                        "SMS_PROVIDER_SANDBOX_IN_DOUBT",
                        "hold",
                        "SMS_PROVIDER_SANDBOX_RESPONSE_TIMEOUT_MILLIS",
                        "60000");
                Queues queues = new Queues()) {
            gateway.send(messages(5));
            await().until(() -> smsc.count(SUBMIT_SM) == 5);
            smsc.cut();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> queues.browse(DOUBT).size() == 5);
            for (Message held : queues.browse(DOUBT)) {
                assertTrue(held.getStringProperty("SmsReason").startsWith("in doubt: "));
            }
            await().until(() -> smsc.connections() == 2);
            assertEquals(5, smsc.count(SUBMIT_SM));
            assertEquals(List.of(), queues.browse(Queues.OUTBOUND));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50})
    void trap10WindowShouldBeHowManySubmitsWaitForTheirAnswers(int window) throws Exception {
        Map<Integer, Integer> unanswered = new TreeMap<>();
        WireSmsc.Script script = (id, sequence) -> {
            if (id == SUBMIT_SM) {
                synchronized (unanswered) {
                    unanswered.put(sequence, id);
                }
                return null;
            }
            return WireSmsc.ok(id, sequence);
        };
        try (WireSmsc smsc = WireSmsc.start(script);
                RunningGateway gateway = RunningGateway.start(
                        data, smsc.port(), "SMS_PROVIDER_SANDBOX_WINDOW", Integer.toString(window))) {
            gateway.send(messages(3 * window));
            for (int round = 1; round <= 3; round++) {
                int sent = round * window;
                await().until(() -> smsc.count(SUBMIT_SM) == sent);
                await().during(Duration.ofMillis(300)).until(() -> smsc.count(SUBMIT_SM) == sent);
                answerAll(smsc, unanswered);
            }
        }
    }

    private static void answerAll(WireSmsc smsc, Map<Integer, Integer> unanswered) throws Exception {
        synchronized (unanswered) {
            for (int sequence : unanswered.keySet()) {
                smsc.send(WireSmsc.ok(SUBMIT_SM, sequence));
            }
            unanswered.clear();
        }
    }

    /** With one try only, a message that an outage cost an attempt would be buried. */
    @Test
    void trap11OutageShouldBurnNoAttempt() throws Exception {
        int port = FreePort.next();
        try (RunningGateway gateway = RunningGateway.start(data, port, "SMS_DISPATCH_ATTEMPTS", "1");
                Queues queues = new Queues()) {
            for (int outage = 0; outage < 3; outage++) {
                gateway.send(messages(100));
                await().during(Duration.ofMillis(500))
                        .until(() -> queues.messages(Queues.OUTBOUND).size() == 100);
                try (TestSmsc smsc = TestSmsc.on(port)) {
                    await().atMost(Duration.ofSeconds(30))
                            .until(() -> Set.copyOf(smsc.texts()).equals(texts(100)));
                    await().until(() -> queues.browse(Queues.OUTBOUND).isEmpty());
                    assertEquals(100, smsc.received().size());
                }
            }
            assertEquals(List.of(), queues.browse(Queues.DEAD));
        }
    }

    /** A session made by the first who sends would fail the others, and with one try only they would be buried. */
    @Test
    void trap12WholeWindowShouldFindTheFirstSessionBound() throws Exception {
        int port = FreePort.next();
        try (RunningGateway gateway = RunningGateway.start(
                        data, port, "SMS_PROVIDER_SANDBOX_WINDOW", "20", "SMS_DISPATCH_ATTEMPTS", "1");
                Queues queues = new Queues()) {
            gateway.send(messages(20));
            try (TestSmsc smsc = TestSmsc.on(port)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> Set.copyOf(smsc.texts()).equals(texts(20)));
                assertEquals(20, smsc.received().size());
                assertEquals(1, smsc.binds());
            }
            assertEquals(List.of(), queues.browse(Queues.DEAD));
        }
    }

    private static String messages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "&recipient" + i + "=%2B36201234" + i + "&messagedata" + i + "=text+" + i)
                .collect(Collectors.joining("", "messagecount=" + count, ""));
    }

    private static Set<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "text " + i).collect(Collectors.toSet());
    }
}
