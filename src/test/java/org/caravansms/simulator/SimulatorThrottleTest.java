package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SimulatorThrottleTest {
    private static final int RATE = 500;
    private static final int BURST = RATE / 10;

    private final FaultySmsc smsc;

    SimulatorThrottleTest() throws IOException {
        smsc = FaultySmsc.start("--throttle", String.valueOf(RATE));
    }

    @Test
    void burstShouldBeAcceptedAndTheRestThrottled() throws IOException {
        try (smsc;
                WireClient client = smsc.bound()) {
            long start = System.nanoTime();
            List<Integer> statuses = FaultySmsc.statuses(client, 1000);
            assertAccepted(statuses.stream().filter(status -> status == 0).count(), start);
            assertEquals(List.of(0, 0x58), statuses.stream().distinct().toList());
            assertTrue(statuses.subList(0, BURST).stream().allMatch(status -> status == 0), statuses::toString);
            assertEquals(
                    smsc.counts().refused(), statuses.size() - smsc.counts().accepted());
        }
    }

    @Test
    void rateShouldHoldOverAllConnections() throws IOException {
        try (smsc;
                WireClient one = smsc.bound();
                WireClient other = smsc.bound()) {
            long start = System.nanoTime();
            while (secondsSince(start) < 0.5) {
                one.ask(WirePdu.submitSm(1, "x"));
                other.ask(WirePdu.submitSm(1, "x"));
            }
            assertAccepted(smsc.counts().accepted(), start);
            assertTrue(smsc.counts().accepted() > RATE * 0.5 / 2, smsc.counts()::toString);
        }
    }

    private static void assertAccepted(long accepted, long start) {
        double most = BURST + RATE * secondsSince(start);
        assertTrue(accepted >= BURST && accepted <= most, accepted + " accepted, " + most + " are the most");
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    @Test
    void slowestRateShouldStillLetOneThrough() throws IOException {
        smsc.close();
        try (FaultySmsc slow = FaultySmsc.start("--throttle", "1");
                WireClient client = slow.bound()) {
            assertEquals(List.of(0, 0x58, 0x58), FaultySmsc.statuses(client, 3));
        }
    }
}
