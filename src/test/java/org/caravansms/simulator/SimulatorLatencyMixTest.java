package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorLatencyMixTest {
    private static final int COUNT = 60;

    @Test
    void responsesShouldLeaveWhenTheyAreDueAndNotInOrder() throws IOException {
        List<Integer> order = new ArrayList<>();
        try (FaultySmsc smsc = FaultySmsc.start("--latency", "50%0,50%400");
                WireClient client = smsc.bound()) {
            long sent = System.nanoTime();
            client.send(FaultySmsc.submits(COUNT));
            for (int i = 0; i < COUNT; i++) {
                order.add(client.receive().sequence());
            }
            assertTrue(millisSince(sent) >= 400);
        }
        int slow = firstOvertaken(order);
        assertTrue(slow >= 10 && slow <= COUNT - 10, order::toString);
        assertEquals(COUNT, slow + firstOvertaken(order.subList(slow, COUNT)), order::toString);
    }

    /** Where the numbers do not rise any more. */
    private static int firstOvertaken(List<Integer> order) {
        int i = 1;
        while (i < order.size() && order.get(i) > order.get(i - 1)) {
            i++;
        }
        return i;
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    @Test
    void sameSeedShouldGiveTheSameOrder() throws IOException {
        List<Integer> first = order("7");
        assertEquals(first, order("7"));
        assertNotEquals(first, order("8"));
    }

    private static List<Integer> order(String seed) throws IOException {
        List<Integer> order = new ArrayList<>();
        try (FaultySmsc smsc = FaultySmsc.start("--latency", "50%0,50%200", "--seed", seed);
                WireClient client = smsc.bound()) {
            client.send(FaultySmsc.submits(COUNT));
            for (int i = 0; i < COUNT; i++) {
                order.add(client.receive().sequence());
            }
        }
        return order;
    }

    @Test
    void eachLatencyShouldComeAsOftenAsItsShareSays() {
        LongSupplier draws = Latency.parse("80%10,15%100,5%1000").draws(new Random(1));
        List<Long> millis =
                LongStream.generate(draws).limit(10_000).boxed().sorted().toList();

        assertEquals(List.of(10L, 100L, 1000L), millis.stream().distinct().toList());
        assertEquals(0.80, share(millis, 10), 0.02);
        assertEquals(0.15, share(millis, 100), 0.02);
        assertEquals(0.05, share(millis, 1000), 0.01);
    }

    private static double share(List<Long> millis, long which) {
        return millis.stream().filter(m -> m == which).count() / (double) millis.size();
    }

    @Test
    void singleNumberShouldBeTheLatencyOfAll() {
        assertEquals(Latency.ofMillis(10), Latency.parse("10"));
        assertEquals(
                "80%10,12.5%100,7.5%1000",
                Latency.parse("80%10,12.5%100,7.5%1000").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "-1", "80%10", "80%10,30%20", "100%-1", "100%", "0%10,100%10", "80%10,20", "NaN%1"})
    void otherFormsShouldBeRefused(String mix) {
        assertThrows(IllegalArgumentException.class, () -> Latency.parse(mix));
    }
}
