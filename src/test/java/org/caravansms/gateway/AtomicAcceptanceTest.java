package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.JMSException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request is accepted as a whole or not at all, whatever the broker does half-way through it. */
class AtomicAcceptanceTest {

    /** The broker's settings for an address that takes some 30 kB and then refuses. */
    private static final String FULL_AFTER_30_KB =
            "{\"maxSizeBytes\":30000,\"pageSizeBytes\":15000,\"addressFullMessagePolicy\":\"FAIL\"}";

    private static final String ROOMY = "{\"maxSizeBytes\":100000000,\"addressFullMessagePolicy\":\"FAIL\"}";

    @TempDir
    Path data;

    @Test
    void queueThatIsFullHalfWayShouldAcceptNothingAndSaySo() throws Exception {
        int port = FreePort.next();
        try (RunningGateway gateway = RunningGateway.start(data, port);
                Queues queues = new Queues()) {
            queues.manage("addAddressSettings", Queues.OUTBOUND, FULL_AFTER_30_KB);
            String answer = gateway.send(messages(1000, "refused"));
            assertEquals(List.of("20"), Xml.values(answer, "errorcode"), answer);
            assertFalse(answer.contains("acceptreport"), answer);
            assertEquals(0, queues.browse(Queues.OUTBOUND).size());

            queues.manage("addAddressSettings", Queues.OUTBOUND, ROOMY);
            String again = gateway.send(messages(1000, "accepted"));
            assertTrue(again.contains("<statuscode999>0</statuscode999>"), again);
            try (TestSmsc smsc = TestSmsc.on(port)) {
                await().atMost(Duration.ofSeconds(30)).until(() -> smsc.accepted() == 1000);
                await().until(() -> queues.browse(Queues.OUTBOUND).isEmpty());
                assertEquals(Set.of("accepted"), Set.copyOf(smsc.texts()));
                assertEquals(1000, smsc.received().size());
            }
        }
    }

    @Test
    void requestForThreeQueuesShouldBeAcceptedOnAllOfThemOrOnNone() throws Exception {
        List<String> names = List.of(Queues.OUTBOUND, Queues.OUTBOUND + ".six", Queues.OUTBOUND + ".seven");
        Path rules =
                Files.writeString(data.resolve("routing.rules"), names.get(1) + " to=6\n" + names.get(2) + " to=7\n");
        try (RunningGateway gateway =
                        RunningGateway.start(data, FreePort.next(), "SMS_ROUTING_RULES_FILE", rules.toString());
                Queues queues = new Queues()) {
            queues.manage("addAddressSettings", names.get(2), FULL_AFTER_30_KB);
            String answer = gateway.send(toEachOf("5000", "6000", "7000"));
            assertEquals(List.of("20"), Xml.values(answer, "errorcode"), answer);
            assertEquals(List.of(0, 0, 0), sizes(queues, names));

            queues.manage("addAddressSettings", names.get(2), ROOMY);
            String again = gateway.send(toEachOf("5000", "6000", "7000"));
            assertTrue(again.contains("<statuscode899>0</statuscode899>"), again);
            assertEquals(List.of(300, 300, 300), sizes(queues, names));
        }
    }

    private static List<Integer> sizes(Queues queues, List<String> names) throws JMSException {
        List<Integer> sizes = new ArrayList<>();
        for (String name : names) {
            sizes.add(queues.messages(name).size());
        }
        return sizes;
    }

    private static String toEachOf(String... recipients) {
        return IntStream.range(0, 900)
                .mapToObj(i -> "&recipient" + i + "=" + recipients[i % recipients.length] + "&messagedata" + i + "=x")
                .collect(Collectors.joining("", "messagecount=900", ""));
    }

    private static String messages(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> "&recipient" + i + "=36201234567&messagedata" + i + "=" + text)
                .collect(Collectors.joining("", "messagecount=" + count, ""));
    }
}
