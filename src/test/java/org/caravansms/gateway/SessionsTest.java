package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.caravansms.smsc.WireSmsc.BIND_TRANSCEIVER;
import static org.caravansms.smsc.WireSmsc.RESPONSE;
import static org.caravansms.smsc.WireSmsc.SUBMIT_SM;
import static org.caravansms.smsc.WireSmsc.UNBIND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caravansms.FreePort;
import org.caravansms.smsc.WireSmsc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway beside an SMSC that does not let it in, or that lets it down. */
class SessionsTest {

    private static final int ESME_RBINDFAIL = 0x0D;
    private static final int ESME_RINVPASWD = 0x0E;
    private static final int ESME_RINVDSTADR = 0x0B;
    private static final int SILENCE = -1;
    private static final int SO_SLOW_THAT_EACH_LIFE_HAS_WORK_MILLIS = 50;

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(ints = {SILENCE, ESME_RBINDFAIL, ESME_RINVPASWD})
    void gatewayShouldAcceptAndStopWithoutABind(int status) throws Exception {
        try (WireSmsc smsc = WireSmsc.start((id, sequence) -> refusal(status, id, sequence))) {
            RunningGateway gateway = RunningGateway.start(data, smsc.port());
            await().until(() -> smsc.count(BIND_TRANSCEIVER) >= 1);
            assertTrue(gateway.send(messages(3)).contains("<statuscode2>0</statuscode2>"));
            long start = System.nanoTime();
            gateway.close();
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(10), "the stop took too long");
            assertEquals(Set.of(BIND_TRANSCEIVER), Set.copyOf(smsc.commands()));
        }
    }

    @Test
    void wrongPasswordShouldBeTriedOnceAndRaiseOneAlarm() throws Exception {
        try (SeenLog log = SeenLog.attach();
                WireSmsc smsc = WireSmsc.start((id, sequence) -> refusal(ESME_RINVPASWD, id, sequence));
                RunningGateway gateway = RunningGateway.start(data, smsc.port())) {
            await().during(Duration.ofSeconds(1)).until(() -> smsc.count(BIND_TRANSCEIVER) == 1);
            List<String> alarms = log.lines().stream()
                    .filter(line -> line.startsWith("ERROR"))
                    .toList();
            assertEquals(
                    1,
                    log.linesWith("refused the login: command_status 0x0E ESME_RINVPASWD")
                            .size());
            assertEquals(1, log.linesWith("sandbox, login refused by").size());
            String alarm = log.linesWith("refused the login").get(0);
            assertTrue(alarm.startsWith("ERROR org.caravansms"), alarm);
            assertTrue(alarm.contains("sms.provider.sandbox.password") && !alarm.contains("\n"), alarm);
        }
    }

    @Test
    void outageShouldBeSaidOnce() throws Exception {
        try (SeenLog log = SeenLog.attach();
                WireSmsc smsc = WireSmsc.start((id, sequence) -> refusal(ESME_RBINDFAIL, id, sequence));
                RunningGateway gateway = RunningGateway.start(data, smsc.port())) {
            await().atMost(Duration.ofSeconds(30)).until(() -> smsc.count(BIND_TRANSCEIVER) >= 5);
            assertEquals(1, log.linesWith("Provider sandbox is not bound to").size());
        }
    }

    @Test
    void cutShouldPutItsWindowInDoubtAtOnce() throws Exception {
        AtomicInteger submits = new AtomicInteger();
        try (WireSmsc smsc = WireSmsc.start((id, sequence) -> id == SUBMIT_SM
                        ? submits.incrementAndGet() == 1
                                ? null
                                : WireSmsc.pdu(id | RESPONSE, ESME_RINVDSTADR, sequence, "")
                        : WireSmsc.ok(id, sequence));
                RunningGateway gateway = RunningGateway.start(
                        data, smsc.port(), "SMS_PROVIDER_SANDBOX_RESPONSE_TIMEOUT_MILLIS", "60000");
                Queues queues = new Queues()) {
            gateway.send(messages(1));
            await().until(() -> submits.get() == 1);
            smsc.cut();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !queues.browse(Queues.DEAD).isEmpty());
            assertEquals(1, queues.browse(Queues.DEAD).get(0).getIntProperty("SmsInDoubt"));
            assertEquals(2, submits.get());
        }
    }

    @Test
    void deathsInTheMidstOfTrafficShouldLoseNothing() throws Exception {
        int port = FreePort.next();
        List<TestSmsc> lives = new ArrayList<>();
        try (RunningGateway gateway = RunningGateway.start(data, port);
                Queues queues = new Queues()) {
            gateway.send(messages(2000));
            for (int life = 1; life <= 5; life++) {
                boolean last = life == 5;
                try (TestSmsc smsc = TestSmsc.with(
                        options -> options.withPort(port).withLatencyMillis(SO_SLOW_THAT_EACH_LIFE_HAS_WORK_MILLIS))) {
                    lives.add(smsc);
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> last
                                    ? missing(lives).isEmpty() && areEmpty(queues)
                                    : smsc.received().size() > 100);
                }
            }
            assertEquals(List.of(), queues.browse(Queues.OUTBOUND));
        }
    }

    /** What was in doubt at a death rests, and is sent again to the next life. */
    private static boolean areEmpty(Queues queues) {
        return Stream.of(Queues.OUTBOUND, "sms.outbound.doubt")
                .allMatch(queue -> queues.browse(queue).isEmpty());
    }

    private static Set<String> missing(List<TestSmsc> lives) {
        Set<String> missing =
                IntStream.range(0, 2000).mapToObj(i -> "text " + i).collect(Collectors.toSet());
        lives.forEach(smsc -> missing.removeAll(Set.copyOf(smsc.texts())));
        return missing;
    }

    @Test
    void unbindShouldFollowTheLastAnswer() throws Exception {
        try (WireSmsc smsc = WireSmsc.start((id, sequence) -> slowly(id, sequence))) {
            RunningGateway gateway = RunningGateway.start(data, smsc.port(), "SMS_PROVIDER_SANDBOX_WINDOW", "8");
            gateway.send(messages(60));
            await().until(() -> smsc.count(SUBMIT_SM) > 20);
            gateway.close();
            List<Integer> commands = smsc.commands();
            assertEquals(UNBIND, commands.get(commands.size() - 1));
            assertEquals(1, smsc.count(UNBIND));
            long sent = smsc.count(SUBMIT_SM);
            assertTrue(sent < 60, "the stop waited for the whole queue");
            try (RunningGateway again = RunningGateway.start(data, smsc.port())) {
                await().atMost(Duration.ofSeconds(30)).until(() -> smsc.count(SUBMIT_SM) >= 60);
                await().during(Duration.ofMillis(500)).until(() -> smsc.count(SUBMIT_SM) == 60);
            }
        }
    }

    private static byte[] refusal(int status, int id, int sequence) {
        return status == SILENCE ? null : WireSmsc.pdu(id | RESPONSE, status, sequence, "");
    }

    private static byte[] slowly(int id, int sequence) {
        try {
            TimeUnit.MILLISECONDS.sleep(id == SUBMIT_SM ? 20 : 0);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return WireSmsc.ok(id, sequence);
    }

    private static String messages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "&recipient" + i + "=%2B36201234" + i + "&messagedata" + i + "=text+" + i)
                .collect(Collectors.joining("", "messagecount=" + count, ""));
    }
}
