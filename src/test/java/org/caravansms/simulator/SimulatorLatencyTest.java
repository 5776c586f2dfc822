package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SimulatorLatencyTest {
    private static final int COUNT = 100;
    private static final long LATENCY_MILLIS = 200;

    private final SimulatorOptions options =
            SimulatorOptions.defaults().withPort(0).withQuiet(true);

    @Test
    void latencyShouldHoldForEachOfManyOutstandingRequests() throws IOException {
        try (Simulator simulator = new Simulator(options.withLatencyMillis(LATENCY_MILLIS)).start();
                WireClient client = WireClient.bound(simulator.port())) {
            long[] sent = new long[COUNT];
            for (int i = 0; i < COUNT; i++) {
                sent[i] = System.nanoTime();
                client.send(WirePdu.submitSm(i, "x"));
            }
            for (int i = 0; i < COUNT; i++) {
                assertEquals(i, client.receive().sequence());
                long millis = millisSince(sent[i]);
                assertTrue(millis >= LATENCY_MILLIS, i + " took " + millis + " ms");
                assertTrue(millis < COUNT * LATENCY_MILLIS / 2, "they wait for each other: " + millis + " ms");
            }
        }
    }

    @Test
    void extraLatencyShouldLetLaterPdusOvertake() throws IOException {
        Answers slowFirst = submitSm -> SubmitAnswer.ok().withExtraLatencyMillis(submitSm.sequence() == 2 ? 500 : 0);
        try (Simulator simulator = new Simulator(options.withAnswers(slowFirst)).start();
                WireClient client = WireClient.bound(simulator.port())) {
            long start = System.nanoTime();
            client.send(WirePdu.submitSm(2, "slow"));
            client.send(WirePdu.submitSm(3, "quick"));

            assertEquals(3, client.receive().sequence());
            assertEquals(2, client.receive().sequence());
            assertTrue(millisSince(start) >= 500);
        }
    }

    @Test
    void submitSmShouldCountAsAcceptedOnlyWhenItsResponseLeaves() throws IOException {
        long latencyMillis = 5 * LATENCY_MILLIS;
        try (Simulator simulator = new Simulator(options.withLatencyMillis(latencyMillis)).start();
                WireClient client = WireClient.bound(simulator.port())) {
            client.send(WirePdu.submitSm(2, "x"));
            Awaitility.await()
                    .pollInterval(1, TimeUnit.MILLISECONDS)
                    .until(() -> simulator.counts().submits() == 1);
            assertEquals(0, simulator.counts().accepted());

            client.receive();
            Stats stats = simulator.stats();
            assertEquals(1, stats.counts().accepted());
            long micros = stats.lastResponseEpochMicros() - stats.firstSubmitEpochMicros();
            assertTrue(micros >= latencyMillis * 1000 - 1000, micros + " us");
        }
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
