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
        takes(2_990, 3_000);
        assertEquals(10, slow.pause());
        takes(3_010, 3_020, 3_030, 3_040, 3_050);
        assertEquals(62, slow.pause());
    }

    @Test
    void requestsShouldWaitTenTimesAsLongForEachSecondAboveWhatIsAllowed() {
        takes(2_000, 4_000);
        assertEquals(100, slow.pause());
        takes(4_500);
        assertEquals(316, slow.pause());
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
        takes(3_990, 4_000, 3_990);
        assertEquals(75, slow.pause());
        takes(2_000);
        assertEquals(0, slow.pause());
    }

    @Test
    void storeThatCatchesUpAfterAnOutageShouldSlowNobodyForLong() {
        takes(1_000);
        now = now.plusSeconds(600);
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
    void batchThatIsTriedAgainShouldSlowNobody() {
        Instant oldest = now.minusSeconds(2);
        for (int retry = 0; retry < 20; retry++) {
            slow.takes(oldest);
            now = now.plusSeconds(1);
        }
        assertEquals(0, slow.pause());
    }

    @Test
    void nobodyShouldWaitSinceTheClockWasSetBack() {
        takes(2_990, 3_000);
        now = now.minusSeconds(3_600);
        takes(1_000);
        assertEquals(0, slow.pause());
    }

    @Test
    void zeroShouldLetNobodyWait() {
        SlowAcceptance never = new SlowAcceptance(() -> now, Duration.ZERO);
        never.takes(now.minusSeconds(5));
        never.takes(now.minusSeconds(4));
        assertEquals(0, never.pause());
    }

    private void takes(int... behind) {
        for (int millis : behind) {
            now = now.plusSeconds(3);
            slow.takes(now.minusMillis(millis));
        }
    }
}
