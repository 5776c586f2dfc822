package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorTlsTest {
    @TempDir
    private static Path folder;

    private static Path serverKeys;
    private static Path serverTrust;
    private static Path clientKeys;
    private static Path clientTrust;

    private final List<String> server = List.of(
            "--port", "0", "--quiet", "--tls-key-store", serverKeys.toString(), "--tls-key-store-password", "changeit");
    private final List<String> clientNeeded =
            List.of("--tls-trust-store", clientTrust.toString(), "--tls-trust-store-password", "changeit");

    @BeforeAll
    static void makeStores() throws Exception {
        TestStores stores = new TestStores(folder);
        serverKeys = stores.keys("simulator");
        serverTrust = stores.trusting(serverKeys);
        clientKeys = stores.keys("esme");
        clientTrust = stores.trusting(clientKeys);
    }

    private static Simulator start(List<String> args, List<String> more) throws IOException {
        List<String> words = Stream.of(args, more).flatMap(List::stream).toList();
        return new Simulator(SimulatorArguments.parse(words)).start();
    }

    private static SSLSocket connect(Simulator simulator, Path keys) throws Exception {
        SSLContext context = TestStores.context(serverTrust, keys);
        return (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", simulator.port());
    }

    private static void assertServes(SSLSocket socket) throws IOException {
        try (WireClient client = WireClient.on(socket)) {
            assertEquals(
                    0,
                    client.ask(WirePdu.bind(WirePdu.BIND_TRANSCEIVER, "esme", "secret"))
                            .commandStatus());
            assertEquals(Collections.nCopies(500, 0), FaultySmsc.statuses(client, 500));
        }
    }

    @Test
    void bindsAndSubmitsShouldBeAnsweredOverTls() throws Exception {
        try (Simulator simulator = start(server, List.of())) {
            SSLSocket socket = connect(simulator, null);
            assertServes(socket);
            assertEquals("TLSv1.3", socket.getSession().getProtocol());
            assertEquals("CN=simulator", socket.getSession().getPeerPrincipal().getName());
            assertEquals(500, simulator.counts().accepted());
        }
    }

    @Test
    void clientWithoutTlsShouldCostOnlyItsConnection() throws Exception {
        try (Simulator simulator = start(server, List.of())) {
            try (WireClient plain = WireClient.connected(simulator.port())) {
                plain.send(WirePdu.bind(WirePdu.BIND_TRANSCEIVER, "esme", "secret"));
                assertEquals(0x15, plain.octet());
            }
            assertServes(connect(simulator, null));
            assertEquals(1, simulator.counts().binds());
        }
    }

    @Test
    void clientShouldNeedItsCertificateWhereThereIsATrustStore() throws Exception {
        try (Simulator simulator = start(server, clientNeeded)) {
            assertServes(connect(simulator, clientKeys));
            assertThrows(IOException.class, () -> assertServes(connect(simulator, null)));
            assertThrows(IOException.class, () -> assertServes(connect(simulator, serverKeys)));
            assertEquals(1, simulator.counts().binds());
        }
    }

    @Test
    void clientThatDoesNotTrustTheSimulatorShouldNotConnect() throws Exception {
        try (Simulator simulator = start(server, List.of())) {
            SSLContext context = TestStores.context(clientTrust, null);
            try (SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", simulator.port())) {
                assertThrows(SSLException.class, socket::startHandshake);
            }
        }
    }

    @Test
    void closeShouldEndTheConnectionsOfTls() throws Exception {
        try (Simulator simulator = start(server, List.of());
                WireClient client = WireClient.on(connect(simulator, null))) {
            client.ask(WirePdu.bind(WirePdu.BIND_TRANSCEIVER, "esme", "secret"));
            simulator.close();
            assertTrue(client.isEnded());
        }
    }

    @Test
    void storeThatCannotBeReadShouldBeNamed() {
        assertCannotRead(serverKeys, "--tls-key-store-password", "wrong");
        Path none = folder.resolve("none.p12");
        assertCannotRead(none, "--tls-key-store", none.toString());
        assertCannotRead(none, "--tls-trust-store", none.toString(), "--tls-trust-store-password", "changeit");
    }

    private void assertCannotRead(Path file, String... more) {
        IOException e = assertThrows(IOException.class, () -> start(server, List.of(more)));
        assertTrue(e.getMessage().startsWith("cannot read the store " + file + ": "), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "--tls-key-store a, option --tls-key-store needs --tls-key-store-password",
        "--tls-key-store-password a, option --tls-key-store-password needs --tls-key-store",
        "--tls-trust-store a --tls-trust-store-password b, option --tls-trust-store needs --tls-key-store"
    })
    void storesThatDoNotGoTogetherShouldBeRefused(String args, String message) {
        List<String> words = List.of(args.split(" "));
        var e = assertThrows(IllegalArgumentException.class, () -> SimulatorArguments.parse(words));
        assertEquals(message, e.getMessage());
    }
}
