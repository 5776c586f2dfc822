package org.caravansms.simulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SimulatorLifecycleTest {
    private final SimulatorOptions options =
            SimulatorOptions.defaults().withPort(0).withQuiet(true);

    @Test
    void closeShouldEndConnectionsAndLetAnotherOneListenOnThePort() throws IOException {
        Simulator first = new Simulator(options).start();
        int port = first.port();
        try (WireClient client = WireClient.bound(port)) {
            client.ask(WirePdu.submitSm(2, "x"));
            first.close();
            assertTrue(client.isEnded());
            assertThrows(ConnectException.class, () -> WireClient.connected(port));
            assertNextOneServes(port);
        }
    }

    private void assertNextOneServes(int port) throws IOException {
        try (Simulator next = new Simulator(options.withPort(port)).start();
                WireClient client = WireClient.bound(port)) {
            assertEquals(port, next.port());
            assertEquals(0, client.ask(WirePdu.submitSm(2, "x")).commandStatus());
            assertEquals(1, next.counts().submits());
        }
    }

    @Test
    void portShouldBeFreeAsSoonAsCloseReturns() throws IOException {
        for (int i = 0; i < 100; i++) {
            Simulator simulator = new Simulator(options).start();
            simulator.close();
            assertThrows(ConnectException.class, () -> WireClient.connected(simulator.port()));
        }
    }

    @Test
    void closeShouldNotSendTheResponsesThatAreDue() throws IOException {
        try (Simulator simulator = new Simulator(
                                options.withAnswers(s -> SubmitAnswer.ok().withExtraLatencyMillis(60_000)))
                        .start();
                WireClient client = WireClient.bound(simulator.port())) {
            client.send(WirePdu.submitSm(2, "x"));
            await().until(() -> simulator.counts().submits() == 1);
            die(simulator);
            assertTrue(client.isEnded());
            assertEquals(new Counts(1, 1, 0, 0, 0, 0), simulator.counts());
        }
    }

    private static void die(Simulator simulator) {
        simulator.close();
    }

    @Test
    void listenerShouldLetTheSmscDieBeforeItsResponse() throws IOException {
        AtomicReference<Simulator> itself = new AtomicReference<>();
        Consumer<SubmitSm> deadly = submitSm -> itself.get().close();
        try (Simulator simulator = new Simulator(options.withListener(deadly)).start();
                WireClient client = WireClient.bound(simulator.port())) {
            itself.set(simulator);
            client.send(WirePdu.submitSm(2, "x"));
            assertTrue(client.isEnded());
            assertEquals(new Counts(1, 1, 0, 0, 0, 0), simulator.counts());
        }
    }

    @Test
    void portInUseShouldBeNamed() throws IOException {
        try (Simulator first = new Simulator(options).start();
                Simulator second = new Simulator(options.withPort(first.port()))) {
            IOException e = assertThrows(IOException.class, second::start);
            assertTrue(e.getMessage().startsWith("cannot listen on 127.0.0.1:" + first.port()), e.getMessage());
        }
    }

    @Test
    void simulatorShouldStartOnlyOnce() throws IOException {
        try (Simulator simulator = new Simulator(options).start()) {
            assertThrows(IllegalStateException.class, simulator::start);
        }
    }

    @Test
    void optionsOutOfRangeShouldBeRefused() {
        assertThrows(IllegalArgumentException.class, () -> options.withPort(65536));
        assertThrows(IllegalArgumentException.class, () -> options.withLatencyMillis(-1));
        assertThrows(IllegalArgumentException.class, () -> SubmitAnswer.ok().withExtraLatencyMillis(-1));
    }
}
