package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request is accepted as a whole or not at all, whatever the broker does half-way through it. */
class AtomicAcceptanceTest {

    /** The broker's settings for an address that takes some 100 kB and then refuses. */
    private static final String FULL_AFTER_100_KB =
            "{\"maxSizeBytes\":100000,\"pageSizeBytes\":50000,\"addressFullMessagePolicy\":\"FAIL\"}";

    private static final String ROOMY = "{\"maxSizeBytes\":100000000,\"addressFullMessagePolicy\":\"FAIL\"}";

    @TempDir
    Path data;

    @Test
    void queueThatIsFullHalfWayShouldAcceptNothingAndSaySo() throws Exception {
        int port = RunningGateway.freePort();
        try (RunningGateway gateway = RunningGateway.start(data, port);
                Queues queues = new Queues()) {
            queues.manage("addAddressSettings", Queues.OUTBOUND, FULL_AFTER_100_KB);
            String answer = gateway.send(messages(1000, "refused"));
            assertEquals(List.of("20"), Xml.values(answer, "errorcode"), answer);
            assertFalse(answer.contains("acceptreport"), answer);
            assertEquals(0, queues.browse(Queues.OUTBOUND).size());

            queues.manage("addAddressSettings", Queues.OUTBOUND, ROOMY);
            String again = gateway.send(messages(1000, "accepted"));
            assertTrue(again.contains("<statuscode999>0</statuscode999>"), again);
            try (Smsc smsc = Smsc.on(port)) {
                await().atMost(Duration.ofSeconds(30)).until(() -> smsc.accepted() == 1000);
                await().until(() -> queues.browse(Queues.OUTBOUND).isEmpty());
                assertEquals(Set.of("accepted"), Set.copyOf(smsc.texts()));
                assertEquals(1000, smsc.received().size());
            }
        }
    }

    private static String messages(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> "&recipient" + i + "=36201234567&messagedata" + i + "=" + text)
                .collect(Collectors.joining("", "messagecount=" + count, ""));
    }
}
