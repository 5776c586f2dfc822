package org.caravansms.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryDelayTest {

    private static final RetryDelay DELAY = new RetryDelay(Duration.ofSeconds(5), Duration.ofSeconds(60));

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "4, 40", "5, 60", "6, 60", "2147483647, 60"})
    void delayShouldDoubleUpToTheLongest(int tries, int seconds) {
        assertEquals(Duration.ofSeconds(seconds), DELAY.after(tries));
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 5", "1, 30, 30", "6, 30, 60", "1, 3600, 60"})
    void askedDelayShouldCountWhereItIsLongerButNotBeyondTheLongest(int tries, int asked, int seconds) {
        assertEquals(Duration.ofSeconds(seconds), DELAY.after(tries, Duration.ofSeconds(asked)));
    }

    @Test
    void delayWithoutALongestShouldGoOnDoubling() {
        assertEquals(
                Duration.ofDays(1L << 20), RetryDelay.of(Duration.ofDays(1)).after(21));
    }
}
