package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.simulator.Condition;
import org.caravansms.simulator.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An SMSC that takes messages and whose answers get lost on the way: in doubt, by either policy. */
class LostResponsesTest {

    private static final int MESSAGES = 200;

    @TempDir
    Path data;

    @Test
    void resendShouldDoubleExactlyWhatWasInDoubt() throws Exception {
        try (TestSmsc smsc = losing("every=10");
                RunningGateway gateway = start(smsc, "resend");
                Queues queues = new Queues()) {
            gateway.send(messages());
            await().atMost(Duration.ofSeconds(60)).until(() -> smsc.accepted() == MESSAGES);
            await().until(() -> queues.browse(Queues.OUTBOUND).isEmpty());
            assertEquals(texts(), new TreeSet<>(smsc.texts()));
            assertEquals(smsc.lost(), smsc.texts().size() - MESSAGES);
            assertTrue(smsc.lost() >= MESSAGES / 10, smsc.lost() + " were lost");
            System.out.printf(
                    "lost responses, resend: %d messages, %d lost, %d arrived%n",
                    MESSAGES, smsc.lost(), smsc.texts().size());
        }
    }

    @Test
    void holdShouldSendNothingTwiceAndKeepWhatIsInDoubt() throws Exception {
        try (TestSmsc smsc = losing("every=10");
                RunningGateway gateway = start(smsc, "hold");
                Queues queues = new Queues()) {
            gateway.send(messages());
            await().atMost(Duration.ofSeconds(60)).until(() -> smsc.accepted() + smsc.lost() == MESSAGES);
            await().until(() -> queues.browse("sms.outbound.doubt").size() == smsc.lost());
            assertEquals(MESSAGES, smsc.texts().size());
            assertEquals(texts(), new TreeSet<>(smsc.texts()));
            List<Message> held = queues.browse("sms.outbound.doubt");
            assertEquals(MESSAGES / 10, held.size());
            assertTrue(held.get(0).getStringProperty("SmsReason").startsWith("in doubt: "));
            System.out.printf(
                    "lost responses, hold: %d messages, %d lost, %d held, %d arrived%n",
                    MESSAGES, smsc.lost(), held.size(), smsc.texts().size());
        }
    }

    private static TestSmsc losing(String which) throws Exception {
        return TestSmsc.with(options -> options.withFaults(Faults.none().withLoss(Condition.parse(which))));
    }

    private RunningGateway start(TestSmsc smsc, String policy) throws Exception {
        return RunningGateway.start(
                data,
                smsc.port(),
                "SMS_PROVIDER_SANDBOX_IN_DOUBT",
                policy,
                "SMS_PROVIDER_SANDBOX_RESPONSE_TIMEOUT_MILLIS",
                "500");
    }

    private static String messages() {
        return IntStream.range(0, MESSAGES)
                .mapToObj(i -> "&recipient" + i + "=%2B36201234" + i + "&messagedata" + i + "=text+" + i)
                .collect(Collectors.joining("", "messagecount=" + MESSAGES, ""));
    }

    private static Set<String> texts() {
        return IntStream.range(0, MESSAGES).mapToObj(i -> "text " + i).collect(Collectors.toCollection(TreeSet::new));
    }
}
