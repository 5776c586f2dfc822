package org.caravansms.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlowAcceptanceTest {

    private Instant now = Instant.parse("2026-11-28T03:00:00Z");
    private final SlowAcceptance slow = new SlowAcceptance(() -> now, Duration.ofSeconds(3));

    @Test
    void storeThatFollowsShouldSlowNobody() {
        takes(1_000, 2_000, 2_999);
        assertEquals(0, slow.pause());
    }

    @Test
    void requestsShouldWaitLongerAsLongAsTheStoreFallsFurtherBehind() {
        takes(2_900, 3_100);
        assertEquals(10, slow.pause());
        takes(3_300, 3_500, 3_700, 3_900, 4_100);
        assertEquals(62, slow.pause());
    }

    @Test
    void requestShouldWaitForASecondAtMost() {
        for (int millis = 4_000; millis < 8_000; millis += 100) {
            takes(millis);
        }
        assertEquals(1_000, slow.pause());
    }

    @Test
    void pauseShouldShrinkAsSoonAsTheStoreCatchesUp() {
        takes(4_000, 4_500, 4_400);
        assertEquals(15, slow.pause());
        takes(2_000);
        assertEquals(0, slow.pause());
    }

    @Test
    void storeThatCatchesUpAfterAnOutageShouldSlowNobodyForLong() {
        takes(600_000);
        assertEquals(10, slow.pause());
        takes(599_000, 598_000, 597_000, 596_000, 595_000, 594_000, 593_000, 592_000);
        assertEquals(0, slow.pause());
    }

    @Test
    void nobodyShouldWaitForAStoreThatDoesNotWork() {
        takes(4_000, 5_000);
        now = now.plusSeconds(11);
        assertEquals(0, slow.pause());
    }

    @Test
    void zeroShouldLetNobodyWait() {
        SlowAcceptance never = new SlowAcceptance(() -> now, Duration.ZERO);
        never.takes(Duration.ofSeconds(4));
        never.takes(Duration.ofSeconds(5));
        assertEquals(0, never.pause());
    }

    private void takes(int... behind) {
        for (int millis : behind) {
            slow.takes(Duration.ofMillis(millis));
        }
    }
}
