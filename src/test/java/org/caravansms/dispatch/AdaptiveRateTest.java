package org.caravansms.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rate against an SMSC that grants so many a second and no more, on a clock of the test's. */
class AdaptiveRateTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private long now = 1;
    private double tokens = 1;
    private long filled = 1;
    private int accepted;
    private int refused;

    @Test
    void rateShouldBeUnlimitedUntilTheSmscThrottles() {
        assertTrue(new AdaptiveRate(0, () -> now).isUnlimited());
    }

    @Test
    void limitOfTheBlockShouldHold() {
        assertEquals(SECOND / 50, new AdaptiveRate(50, () -> now).nanosBetweenParts());
    }

    /** Accepted in the last of three minutes: at least nine tenths of what is granted, and few are thrown back. */
    @ParameterizedTest
    @ValueSource(ints = {5, 20, 100, 1000})
    void rateShouldSettleNearWhatTheSmscGrants(int granted) {
        AdaptiveRate rate = new AdaptiveRate(0, () -> now);
        send(rate, granted, 120);
        accepted = 0;
        refused = 0;
        send(rate, granted, 60);
        assertTrue(accepted >= 0.85 * granted * 60, accepted + " of " + granted * 60);
        assertTrue(refused <= 0.05 * accepted, refused + " refused, " + accepted + " accepted");
    }

    @Test
    void rateShouldRecoverOnceTheSmscGrantsMore() {
        AdaptiveRate rate = new AdaptiveRate(0, () -> now);
        send(rate, 20, 30);
        send(rate, 500, 30);
        accepted = 0;
        send(rate, 500, 20);
        assertTrue(accepted >= 0.8 * 500 * 20, accepted + " of " + 500 * 20);
    }

    /** A whole window leaves at once, a tenth of a second's grant passes, and no second has been seen yet. */
    @Test
    void rateOfAFirstMomentShouldNotBeTakenForTheGrant() {
        AdaptiveRate rate = new AdaptiveRate(0, () -> now);
        now += 10 * SECOND;
        tokens = 10;
        filled = now;
        for (int i = 0; i < 50; i++) {
            rate.count(now);
            now += SECOND / 500;
        }
        long turn = now - SECOND / 500;
        now += SECOND / 5;
        for (int i = 0; i < 39; i++) {
            now += rate.throttled(turn);
        }
        send(rate, 100, 6);
        accepted = 0;
        send(rate, 100, 4);
        assertTrue(accepted >= 0.85 * 100 * 4, accepted + " of 400, at " + rate.perSecond());
    }

    @Test
    void rateShouldBeUnlimitedAgainAfterALongSilence() {
        AdaptiveRate rate = new AdaptiveRate(0, () -> now);
        send(rate, 20, 5);
        now += 3600 * SECOND;
        rate.nanosBetweenParts();
        assertTrue(rate.isUnlimited());
    }

    @Test
    void partsThrownBackTogetherShouldSlowDownOnce() {
        AdaptiveRate rate = new AdaptiveRate(100, () -> now);
        now += SECOND / 2;
        for (int i = 0; i < 40; i++) {
            rate.count(now);
        }
        long turn = now;
        now += SECOND / 100;
        assertTrue(rate.throttled(turn) > 0);
        double once = rate.perSecond();
        for (int i = 0; i < 20; i++) {
            assertEquals(0, rate.throttled(turn));
        }
        assertEquals(once, rate.perSecond());
    }

    /** Turns as Pace takes them, from ten threads' worth of parts that come back when they are thrown back. */
    private void send(AdaptiveRate rate, int granted, int seconds) {
        Random jitter = new Random(granted);
        long end = now + seconds * SECOND;
        while (now < end) {
            long turn = now;
            rate.count(turn);
            now += rate.isUnlimited() ? SECOND / 5000 : rate.nanosBetweenParts() + jitter.nextInt(1000);
            if (grant(granted)) {
                accepted++;
            } else {
                refused++;
                now += rate.throttled(turn);
            }
        }
    }

    private boolean grant(int granted) {
        tokens = Math.min(Math.max(1, granted / 10.0), tokens + (now - filled) * granted / (double) SECOND);
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
