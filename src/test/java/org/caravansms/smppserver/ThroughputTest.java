package org.caravansms.smppserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The rates that an operator sees. */
class ThroughputTest {

    private long seconds = 100;
    private final Throughput throughput = new Throughput(() -> TimeUnit.SECONDS.toNanos(seconds));

    @Test
    void rateShouldBeOfTheLastTenWholeSeconds() {
        count(20);
        assertEquals(0, throughput.perSecond());
        seconds++;
        count(30);
        assertEquals(2, throughput.perSecond());
        seconds += 9;
        assertEquals(5, throughput.perSecond());
        seconds++;
        assertEquals(3, throughput.perSecond());
        seconds++;
        assertEquals(0, throughput.perSecond());
        seconds += 1000;
        count(10);
        seconds++;
        assertEquals(1, throughput.perSecond());
    }

    private void count(int times) {
        for (int i = 0; i < times; i++) {
            throughput.count();
        }
    }
}
