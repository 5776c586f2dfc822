package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.FreePort;
import org.caravansms.simulator.Faults;
import org.caravansms.simulator.SubmitAnswer;
import org.caravansms.smsc.WireSmsc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the queue to the SMSC, when it is well and when it is not. */
class DispatchTest {

    private static final int ESME_RINVDSTADR = 0x0B;
    private static final int ESME_RSYSERR = 0x08;
    private static final int ESME_RBINDFAIL = 0x0D;

    @TempDir
    Path data;

    @Test
    void gatewayShouldAcceptWhileTheSmscIsDownAndSendOnceItIsUp() throws Exception {
        int port = FreePort.next();
        try (RunningGateway gateway = RunningGateway.start(data, port)) {
            assertAllAccepted(25, gateway.send(messages(25)));
            try (Queues queues = new Queues()) {
                assertEquals(25, queues.messages(Queues.OUTBOUND).size());
            }
            try (TestSmsc smsc = TestSmsc.on(port)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> smsc.received().size() == 25);
                assertEquals(texts(25), Set.copyOf(smsc.texts()));
            }
        }
    }

    @Test
    void refusedBindShouldBeTriedAgainAndCostNoMessage() throws Exception {
        int port = FreePort.next();
        try (RunningGateway gateway = RunningGateway.start(data, port);
                Queues queues = new Queues()) {
            try (WireSmsc refusing = WireSmsc.on(
                    port, (id, sequence) -> WireSmsc.pdu(id | WireSmsc.RESPONSE, ESME_RBINDFAIL, sequence, ""))) {
                assertAllAccepted(5, gateway.send(messages(5)));
                await().atMost(Duration.ofSeconds(30)).until(() -> refusing.count(WireSmsc.BIND_TRANSCEIVER) >= 3);
                assertEquals(5, queues.messages(Queues.OUTBOUND).size());
            }
            try (TestSmsc smsc = TestSmsc.on(port)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> Set.copyOf(smsc.texts()).equals(texts(5)));
                assertEquals(5, smsc.received().size());
            }
        }
    }

    @Test
    void acceptedMessagesShouldSurviveARestart() throws Exception {
        int port = FreePort.next();
        try (RunningGateway gateway = RunningGateway.start(data, port)) {
            assertAllAccepted(10, gateway.send(messages(10)));
        }
        try (TestSmsc smsc = TestSmsc.on(port);
                RunningGateway again = RunningGateway.start(data, port)) {
            await().until(() -> smsc.received().size() == 10);
            assertEquals(texts(10), Set.copyOf(smsc.texts()));
        }
    }

    @Test
    void outageShouldCostNoAttemptAndNoMessage() throws Exception {
        int port = FreePort.next();
        try (RunningGateway gateway = RunningGateway.start(data, port);
                Queues queues = new Queues()) {
            TestSmsc first = TestSmsc.on(port);
            gateway.send(messages(5));
            await().until(() -> first.received().size() == 5);
            first.close();
            assertAllAccepted(20, gateway.send(messages(20)));
            try (TestSmsc second = TestSmsc.on(port)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> Set.copyOf(second.texts()).equals(texts(20)));
            }
            assertEquals(List.of(), queues.browse(Queues.DEAD));
        }
    }

    @Test
    void permanentRefusalShouldBuryThatMessageOnly() throws Exception {
        try (TestSmsc smsc = TestSmsc.answering(
                        sms -> sms.text().equals("text 3") ? SubmitAnswer.of(ESME_RINVDSTADR) : SubmitAnswer.ok());
                RunningGateway gateway = RunningGateway.start(data, smsc.port());
                Queues queues = new Queues()) {
            gateway.send(messages(10));
            Message dead = queues.take(Queues.DEAD);
            assertEquals("command_status 0x0B ESME_RINVDSTADR", dead.getStringProperty("SmsReason"));
            assertTrue(dead.getBody(String.class).contains("\"text\":\"text 3\""));
            await().until(() -> queues.browse(Queues.OUTBOUND).isEmpty());
            assertEquals(10, smsc.received().size());
        }
    }

    @Test
    void temporaryRefusalShouldBeTriedAgainAndThenBuried() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (TestSmsc smsc = TestSmsc.answering(sms -> switch (sms.text()) {
                    case "text 0" -> SubmitAnswer.of(ESME_RSYSERR);
                    case "text 1" -> tries.incrementAndGet() < 3 ? SubmitAnswer.of(ESME_RSYSERR) : SubmitAnswer.ok();
                    default -> SubmitAnswer.ok();
                });
                RunningGateway gateway = RunningGateway.start(data, smsc.port(), "SMS_DISPATCH_ATTEMPTS", "4");
                Queues queues = new Queues()) {
            gateway.send(messages(4));
            Message dead = queues.take(Queues.DEAD);
            assertEquals("command_status 0x08 ESME_RSYSERR, tried 4 times", dead.getStringProperty("SmsReason"));
            await().until(() -> tries.get() == 3);
            await().until(() -> queues.browse(Queues.OUTBOUND).isEmpty());
            assertEquals(4 + 3 + 2, smsc.received().size());
        }
    }

    @Test
    void throttlingShouldNeitherLoseNorBury() throws Exception {
        try (TestSmsc smsc = TestSmsc.with(
                        options -> options.withFaults(Faults.none().withThrottle(20)));
                RunningGateway gateway = RunningGateway.start(data, smsc.port());
                Queues queues = new Queues()) {
            gateway.send(messages(50));
            await().atMost(Duration.ofSeconds(30)).until(() -> smsc.accepted() == 50);
            await().until(() -> queues.browse(Queues.OUTBOUND).isEmpty());
            assertEquals(texts(50), Set.copyOf(smsc.texts()));
            assertEquals(List.of(), queues.browse(Queues.DEAD));
        }
    }

    @Test
    void submitWithoutAnAnswerShouldBeInDoubtAndSentAgain() throws Exception {
        AtomicInteger count = new AtomicInteger();
        try (TestSmsc smsc = TestSmsc.answering(sms -> count.incrementAndGet() == 1
                        ? SubmitAnswer.ok().withExtraLatencyMillis(3000)
                        : SubmitAnswer.of(ESME_RINVDSTADR));
                RunningGateway gateway =
                        RunningGateway.start(data, smsc.port(), "SMS_PROVIDER_SANDBOX_RESPONSE_TIMEOUT_MILLIS", "300");
                Queues queues = new Queues()) {
            gateway.send(messages(1));
            Message again = queues.take(Queues.DEAD);
            assertEquals(2, smsc.received().size());
            assertEquals(1, again.getIntProperty("SmsInDoubt"));
        }
    }

    @Test
    void stopShouldDrainTheWindow() throws Exception {
        try (TestSmsc smsc = TestSmsc.withLatency(700)) {
            RunningGateway gateway = RunningGateway.start(data, smsc.port(), "SMS_PROVIDER_SANDBOX_WINDOW", "10");
            gateway.send(messages(40));
            await().until(() -> !smsc.received().isEmpty());
            gateway.close();
            int before = smsc.received().size();
            assertTrue(before < 40, "the stop waited for the whole queue");
            assertEquals(before, smsc.accepted());
            try (RunningGateway again = RunningGateway.start(data, smsc.port())) {
                await().until(() -> smsc.accepted() == 40);
                assertEquals(40, Set.copyOf(smsc.texts()).size());
                assertEquals(40, smsc.received().size());
            }
        }
    }

    @Test
    void rubbishOnTheQueueShouldBeBuriedWithAReasonAndStopNobody() throws Exception {
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = RunningGateway.start(data, smsc.port());
                Queues queues = new Queues()) {
            queues.put(Queues.OUTBOUND, "no json");
            queues.put(Queues.OUTBOUND, "{\"v\":1,\"id\":\"x\"}");
            queues.putObject(Queues.OUTBOUND, new java.util.Date());
            gateway.send(messages(1));
            await().until(() -> smsc.texts().equals(List.of("text 0")));
            await().until(() -> queues.browse(Queues.DEAD).size() == 3);
            Set<String> reasons = queues.browse(Queues.DEAD).stream()
                    .map(DispatchTest::reason)
                    .collect(Collectors.toSet());
            assertEquals(
                    Set.of(
                            "Unreadable message on the queue: it is not JSON",
                            "Unreadable message on the queue: its field user is missing",
                            "Unreadable message on the queue: it is not a text message"),
                    reasons);
        }
    }

    @Test
    void headersOfAProducerShouldNotSteerTheSubmit() throws Exception {
        int port = FreePort.next();
        try (RunningGateway gateway = RunningGateway.start(data, port);
                Queues queues = new Queues()) {
            gateway.send(messages(1));
            Message message = queues.take(Queues.OUTBOUND);
            assertEquals(List.of("JMSXDeliveryCount", "SmsId"), names(message));
            queues.put(
                    Queues.OUTBOUND,
                    message.getBody(String.class),
                    "CAmelSmppDestAddr",
                    "999",
                    "CamelSmppDestAddr",
                    "998");
            try (TestSmsc smsc = TestSmsc.on(port)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> smsc.received().size() == 1);
                assertEquals("362012340", smsc.received().get(0).destination().addr());
            }
        }
    }

    private static List<String> names(Message message) throws jakarta.jms.JMSException {
        return java.util.Collections.list((java.util.Enumeration<?>) message.getPropertyNames()).stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private static String reason(Message message) {
        try {
            return message.getStringProperty("SmsReason");
        } catch (jakarta.jms.JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertAllAccepted(int count, String answer) {
        assertEquals(
                count,
                Xml.values(answer, "statuscode\\d+").stream()
                        .filter("0"::equals)
                        .count(),
                answer);
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
