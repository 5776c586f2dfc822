package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.caravansms.FreePort;
import org.caravansms.simulator.Condition;
import org.caravansms.simulator.Faults;
import org.caravansms.simulator.SubmitSm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message of three parts when something goes wrong on its way. Traps 5 and 6 of camel-smpp. */
class PartsTest {

    private static final String THREE_PARTS =
            "messagecount=1&recipient0=%2B36201234567&messagedata0=" + "a".repeat(153) + "b".repeat(153) + "c";

    @TempDir
    Path data;

    @Test
    void refusedPartShouldBeSentAgainAndThoseBeforeItNot() throws Exception {
        try (TestSmsc smsc = refusing("bbb", 0x08, 2);
                RunningGateway gateway = RunningGateway.start(data, smsc.port())) {
            gateway.send(THREE_PARTS);
            await().until(() -> smsc.accepted() == 3);
            assertEquals(List.of(1, 2, 2, 2, 3), parts(smsc.received()));
            assertEquals(1, references(smsc.received()).size());
        }
    }

    @Test
    void throttledPartShouldTakeAnotherTurnAndThoseBeforeItNot() throws Exception {
        try (TestSmsc smsc = refusing("bbb", 0x58, 2);
                RunningGateway gateway = RunningGateway.start(data, smsc.port())) {
            gateway.send(THREE_PARTS);
            await().until(() -> smsc.accepted() == 3);
            assertEquals(List.of(1, 2, 2, 2, 3), parts(smsc.received()));
        }
    }

    @Test
    void restShouldBeSentAfterARestartUnderTheSameReference() throws Exception {
        int port = FreePort.next();
        List<SubmitSm> before;
        try (TestSmsc smsc = TestSmsc.with(options -> options.withPort(port)
                        .withFaults(Faults.none().withAnswer(0x08, Condition.parse("text=bbb"))));
                RunningGateway gateway = RunningGateway.start(data, port, "SMS_DISPATCH_RETRY_DELAY_MILLIS", "3000")) {
            gateway.send(THREE_PARTS);
            await().until(() -> smsc.received().size() == 2);
            before = smsc.received();
        }
        try (TestSmsc smsc = TestSmsc.on(port);
                RunningGateway again = RunningGateway.start(data, port)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> smsc.accepted() == 2);
            assertEquals(List.of(2, 3), parts(smsc.received()));
            assertEquals(references(before), references(smsc.received()));
        }
    }

    @Test
    void refusalForGoodShouldKeepWhatWasSentWithTheDeadLetter() throws Exception {
        try (TestSmsc smsc = refusing("bbb", 0x0B, 1000);
                RunningGateway gateway = RunningGateway.start(data, smsc.port());
                Queues queues = new Queues()) {
            gateway.send(THREE_PARTS);
            Message dead = queues.take(Queues.DEAD);
            assertTrue(dead.getStringProperty("SmsParts").matches("\\d+ 1=\\S+"), dead.getStringProperty("SmsParts"));
            assertEquals(List.of(1, 2), parts(smsc.received()));
        }
    }

    @Test
    void referencesForOneRecipientShouldGoOnAfterARestart() throws Exception {
        try (TestSmsc smsc = TestSmsc.start()) {
            for (int run = 0; run < 2; run++) {
                try (RunningGateway gateway = RunningGateway.start(data, smsc.port())) {
                    int before = smsc.received().size();
                    gateway.send(THREE_PARTS);
                    gateway.send(THREE_PARTS);
                    await().until(() -> smsc.accepted() == before + 6);
                }
            }
            assertEquals(4, references(smsc.received()).size());
        }
    }

    @Test
    void partsOfMessagesSentTogetherShouldBeToldApart() throws Exception {
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = RunningGateway.start(data, smsc.port())) {
            gateway.send(THREE_PARTS.replace("messagecount=1", "messagecount=2")
                    + THREE_PARTS.substring(THREE_PARTS.indexOf('&')).replace("0=", "1="));
            await().until(() -> smsc.accepted() == 6);
            List<Integer> references = references(smsc.received());
            assertEquals(2, references.size());
            assertNotEquals(references.get(0), references.get(1));
        }
    }

    private static TestSmsc refusing(String text, int status, int times) throws Exception {
        return TestSmsc.with(options -> options.withFaults(
                Faults.none().withAnswer(status, Condition.parse("text=" + text + ",first=" + times))));
    }

    /** Their numbers, the last octet of the user data header. */
    private static List<Integer> parts(List<SubmitSm> received) {
        return received.stream().map(sms -> (int) sms.header()[5]).toList();
    }

    private static List<Integer> references(List<SubmitSm> received) {
        return received.stream().map(sms -> sms.header()[3] & 0xFF).distinct().toList();
    }
}
