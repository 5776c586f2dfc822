package org.caravansms.simulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorFramingTest {
    private Simulator simulator;
    private WireClient client;

    @BeforeEach
    void listen() throws IOException {
        simulator = new Simulator(SimulatorOptions.defaults().withPort(0).withQuiet(true)).start();
        client = WireClient.bound(simulator.port());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        simulator.close();
    }

    @Test
    void twoPdusInOneSegmentShouldBothBeAnsweredInOrder() throws IOException {
        client.send(joined(WirePdu.submitSm(2, "first"), WirePdu.submitSm(3, "second")));

        assertEquals(2, client.receive().sequence());
        assertEquals(3, client.receive().sequence());
        assertEquals(2, simulator.counts().accepted());
    }

    @Test
    void onePduInManySegmentsShouldBeAnsweredOnce() throws IOException {
        for (byte octet : WirePdu.submitSm(2, "octet by octet").bytes()) {
            client.send(new byte[] {octet});
        }

        assertEquals(2, client.receive().sequence());
        assertEquals(1, simulator.counts().submits());
    }

    @Test
    void firstHalfOfNextPduShouldNotHoldUpTheAnswer() throws IOException {
        byte[] next = WirePdu.submitSm(3, "next").bytes();
        byte[] half = Arrays.copyOf(next, 20);
        client.send(joined(WirePdu.submitSm(2, "whole"), half));
        assertEquals(2, client.receive().sequence());

        client.send(Arrays.copyOfRange(next, half.length, next.length));
        assertEquals(3, client.receive().sequence());
    }

    @Test
    void streamLongerThanTheBufferShouldBeCutIntoItsPdus() throws IOException {
        int count = 5000;
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            stream.writeBytes(WirePdu.submitSm(i, "x".repeat(i % 161)).bytes());
        }
        client.send(stream.toByteArray());

        for (int i = 0; i < count; i++) {
            WireResponse response = client.receive();
            assertEquals(i, response.sequence());
            assertEquals(0, response.commandStatus());
        }
    }

    @Test
    void longestPduShouldBeTaken() throws IOException {
        int payload = 65536 - WirePdu.submitSm(2, "").bytes().length - 4;
        String tlv = "0424" + HexFormat.of().toHexDigits((short) payload) + "41".repeat(payload);
        WirePdu longest = WirePdu.submitSm(2, "").with(tlv);

        assertEquals(65536, longest.bytes().length);
        assertEquals(0, client.ask(longest).commandStatus());
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000", "0000000f", "00010001", "ffffffff", "80000000", "474554202f20"})
    void wrongLengthShouldCloseOnlyThatConnection(String octets) throws IOException {
        try (WireClient garbage = WireClient.bound(simulator.port())) {
            garbage.send(joined(WirePdu.submitSm(2, "before"), HexFormat.of().parseHex(octets)));
            assertEquals(2, garbage.receive().sequence());
            assertTrue(garbage.isEnded());
        }
        assertEquals(0, client.ask(WirePdu.submitSm(2, "still here")).commandStatus());
    }

    @Test
    void connectionThreadShouldEndWithItsClient() throws IOException {
        try (WireClient shortLived = WireClient.bound(simulator.port())) {
            assertEquals(0, shortLived.ask(WirePdu.submitSm(2, "x")).commandStatus());
        }
        client.close();

        String prefix = "simulator-";
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(prefix))
                .allMatch("simulator-acceptor"::equals));
    }

    private static byte[] joined(Object... pdus) {
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        for (Object pdu : pdus) {
            segment.writeBytes(pdu instanceof WirePdu wire ? wire.bytes() : (byte[]) pdu);
        }
        return segment.toByteArray();
    }
}
