package org.caravansms.smppserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptOrderTest {

    private static final byte[] FIRST = {1};
    private static final byte[] SECOND = {2};

    private Instant now = Instant.EPOCH;
    private final ReceiptOrder order = new ReceiptOrder(() -> now);

    @Test
    void laterReceiptShouldWaitWhileTheFirstIsSent() {
        assertEquals(Duration.ZERO, order.begin("a", FIRST));
        assertEquals(Duration.ofMillis(500), order.begin("a", SECOND));
        assertEquals(Duration.ZERO, order.begin("b", SECOND));
        order.end("a");
        assertEquals(Duration.ZERO, order.begin("a", SECOND));
    }

    @Test
    void laterReceiptShouldWaitUntilTheFirstIsTriedAgain() {
        order.begin("a", FIRST);
        order.refused("a", Duration.ofSeconds(8));
        assertEquals(
                List.of(Duration.ofMillis(8500), Duration.ZERO),
                List.of(order.begin("a", SECOND), order.begin("a", FIRST)));
    }

    /** It may have expired. */
    @Test
    void receiptShouldNotWaitForOneThatDoesNotComeAgain() {
        order.begin("a", FIRST);
        order.refused("a", Duration.ofSeconds(8));
        now = now.plusSeconds(60);
        assertEquals(Duration.ofMillis(500), order.begin("a", SECOND));
        now = now.plusSeconds(9);
        assertEquals(
                List.of(Duration.ZERO, Duration.ofMillis(500)),
                List.of(order.begin("a", SECOND), order.begin("a", FIRST)));
    }

    @Test
    void onlySoManyMessagesShouldBeRemembered() {
        for (int i = 0; i <= 10_000; i++) {
            order.begin("m" + i, FIRST);
        }
        assertEquals(
                List.of(Duration.ofMillis(500), Duration.ZERO),
                List.of(order.begin("m10000", SECOND), order.begin("m0", SECOND)));
    }
}
