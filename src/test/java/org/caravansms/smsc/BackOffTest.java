package org.caravansms.smsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final int TRIES = 10;

    @Test
    void limitShouldDoubleUpToTheLongestRest() {
        long[] longest = new long[TRIES];
        for (int seed = 0; seed < 2000; seed++) {
            BackOff backOff = backOff(seed);
            for (int i = 0; i < TRIES; i++) {
                longest[i] = Math.max(longest[i], backOff.next().toMillis());
            }
        }
        long[] limits = {100, 200, 400, 800, 1600, 3000, 3000, 3000, 3000, 3000};
        for (int i = 0; i < TRIES; i++) {
            assertTrue(longest[i] <= limits[i] && longest[i] > limits[i] * 0.95, i + ": " + longest[i]);
        }
    }

    @Test
    void restsShouldSpreadOverAllOfTheLimit() {
        double sum = 0;
        for (int seed = 0; seed < 2000; seed++) {
            sum += backOff(seed).next().toMillis();
        }
        assertEquals(50, sum / 2000, 3);
    }

    @Test
    void schedulesShouldDiffer() {
        assertNotEquals(schedule(backOff(1)), schedule(backOff(2)));
        assertEquals(schedule(backOff(1)), schedule(backOff(1)));
    }

    @Test
    void resetShouldBeginAgain() {
        BackOff backOff = backOff(1);
        schedule(backOff);
        backOff.reset();
        assertTrue(backOff.next().toMillis() <= 100);
    }

    private static List<Duration> schedule(BackOff backOff) {
        return Stream.generate(backOff::next).limit(TRIES).toList();
    }

    private static BackOff backOff(long seed) {
        return new BackOff(Duration.ofMillis(100), Duration.ofSeconds(3), new Random(seed));
    }
}
