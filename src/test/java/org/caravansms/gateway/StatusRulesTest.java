package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.simulator.Condition;
import org.caravansms.simulator.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row of the status table each, on the wire: the SMSC answers "odd" with it, and what is sent beside that goes out. */
class StatusRulesTest {

    @TempDir
    Path data;

    /** How often it is sent in all where the SMSC refuses for good, and the reason that people read. */
    @ParameterizedTest
    @CsvSource({
        "0x0B, 1, command_status 0x0B ESME_RINVDSTADR",
        "0xC4, 1, command_status 0xC4 ESME_RINVOPTPARAMVAL",
        "0x103, 1, command_status 0x103 ESME_RSERTYPDENIED",
        "0x08, 3, 'command_status 0x08 ESME_RSYSERR, tried 3 times'",
        "0x64, 3, 'command_status 0x64 ESME_RX_T_APPN, tried 3 times'",
        "0x410, 3, 'command_status 0x410 unknown command_status, tried 3 times'",
        "0xFF, 2, 'command_status 0xFF ESME_RUNKNOWNERR, tried 2 times'"
    })
    void refusalShouldBeTriedAsOftenAsItsRuleSaysAndThenBuried(String status, int times, String reason)
            throws Exception {
        Faults faults = Faults.none().withAnswer(Integer.decode(status), Condition.parse("text=odd"));
        try (TestSmsc smsc = TestSmsc.with(options -> options.withFaults(faults));
                RunningGateway gateway = start(smsc, "SMS_DISPATCH_ATTEMPTS", "3");
                Queues queues = new Queues()) {
            send(gateway);
            Message dead = queues.take(Queues.DEAD);
            assertEquals(reason, dead.getStringProperty("SmsReason"));
            assertEquals("sandbox", dead.getStringProperty("SmsProvider"));
            assertEquals(times, sent(smsc).get("odd"));
            await().until(() -> sent(smsc).keySet().size() == 4);
        }
    }

    @Test
    void fullQueueShouldDelayThatMessageAndNobodyElse() throws Exception {
        Faults faults = Faults.none().withAnswer(0x14, Condition.parse("text=odd,first=6"));
        try (TestSmsc smsc = TestSmsc.with(options -> options.withFaults(faults));
                RunningGateway gateway = start(smsc, "SMS_DISPATCH_ATTEMPTS", "2");
                Queues queues = new Queues()) {
            send(gateway);
            await().atMost(Duration.ofSeconds(20)).until(() -> smsc.accepted() == 4);
            assertEquals(Map.of("odd", 7, "text 0", 1, "text 1", 1, "text 2", 1), sent(smsc));
            assertEquals(List.of(), queues.browse(Queues.DEAD));
        }
    }

    @Test
    void wrongBindStatusShouldBindAnewAndCostNoAttempt() throws Exception {
        Faults faults = Faults.none().withAnswer(0x04, Condition.parse("text=odd,first=1"));
        try (TestSmsc smsc = TestSmsc.with(options -> options.withFaults(faults));
                RunningGateway gateway = start(smsc, "SMS_DISPATCH_ATTEMPTS", "1");
                Queues queues = new Queues()) {
            // a session of less than a second is not left for that
            await().pollDelay(Duration.ofMillis(1100)).until(() -> smsc.binds() == 1);
            send(gateway);
            await().atMost(Duration.ofSeconds(20)).until(() -> smsc.accepted() == 4);
            assertEquals(2, sent(smsc).get("odd"));
            assertEquals(2, smsc.binds());
            assertEquals(List.of(), queues.browse(Queues.DEAD));
        }
    }

    @Test
    void providerShouldOverrideARule() throws Exception {
        Faults faults = Faults.none().withAnswer(0x08, Condition.parse("text=odd"));
        try (TestSmsc smsc = TestSmsc.with(options -> options.withFaults(faults));
                RunningGateway gateway = start(smsc, "sms.provider.sandbox.status.0x08", "ACME_SAYS_NO fail");
                Queues queues = new Queues()) {
            send(gateway);
            Message dead = queues.take(Queues.DEAD);
            assertEquals("command_status 0x08 ACME_SAYS_NO", dead.getStringProperty("SmsReason"));
            assertEquals(1, sent(smsc).get("odd"));
        }
    }

    private RunningGateway start(TestSmsc smsc, String... settings) throws Exception {
        return RunningGateway.start(data, smsc.port(), settings);
    }

    private static void send(RunningGateway gateway) {
        gateway.send("messagecount=4&recipient3=362&messagedata3=odd"
                + IntStream.range(0, 3)
                        .mapToObj(i -> "&recipient" + i + "=36" + i + "0&messagedata" + i + "=text+" + i)
                        .collect(Collectors.joining()));
    }

    private static Map<String, Integer> sent(TestSmsc smsc) {
        return smsc.texts().stream().collect(Collectors.toMap(Function.identity(), text -> 1, Integer::sum));
    }
}
