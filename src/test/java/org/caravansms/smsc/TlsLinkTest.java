package org.caravansms.smsc;

import static org.awaitility.Awaitility.await;
import static org.caravansms.smsc.WireSmsc.ENQUIRE_LINK;
import static org.caravansms.smsc.WireSmsc.UNBIND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLServerSocket;
import org.caravansms.gateway.SeenLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links over TLS, with stores of the provider's own. */
class TlsLinkTest {

    @TempDir
    static Path folder;

    private static KeyPairStore server;
    private static KeyPairStore elsewhere;
    private static KeyPairStore client;

    private WireSmsc smsc;
    private SmppLink link;

    @BeforeAll
    static void makeStores() throws Exception {
        server = KeyPairStore.make(folder, "server", "ip:127.0.0.1");
        elsewhere = KeyPairStore.make(folder, "elsewhere", "dns:smsc.example");
        client = KeyPairStore.make(folder, "client", "dns:client.example");
    }

    @AfterEach
    void stop() throws InterruptedException {
        link.stop();
        smsc.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void trustedSmscShouldGetMessages(String protocol) throws Exception {
        ServerSocket listening = server.listen(null);
        ((SSLServerSocket) listening).setEnabledProtocols(new String[] {protocol});
        start(listening, tls(server.trust(), null, true));
        await().until(link::getAsBoolean);
        assertEquals("7f", new Submit(link).call());
        link.stop();
        assertEquals(1, smsc.count(UNBIND));
    }

    @Test
    void silentLinkShouldAskAndStay() throws Exception {
        smsc = new WireSmsc(server.listen(null), WireSmsc::ok);
        link = TestProvider.at(smsc.port())
                .withTls(tls(server.trust(), null, true))
                .withEnquireLink(TestProvider.SHORT)
                .link();
        link.start();
        await().until(() -> smsc.count(ENQUIRE_LINK) >= 3);
        assertEquals(1, smsc.connections());
    }

    @Test
    void strangerShouldNotGetALoginAndTheReasonBeSaid() throws Exception {
        try (SeenLog log = SeenLog.attach()) {
            start(server.listen(null), tls(elsewhere.trust(), null, true));
            assertNotBound(log, "TLS: PKIX path");
        }
    }

    @Test
    void certificateOfAnotherHostShouldNotGetALogin() throws Exception {
        try (SeenLog log = SeenLog.attach()) {
            start(elsewhere.listen(null), tls(elsewhere.trust(), null, true));
            assertNotBound(log, "TLS: No subject alternative names matching IP address 127.0.0.1 found");
        }
    }

    @Test
    void certificateOfAnotherHostShouldDoWhereTheHostIsNotVerified() throws Exception {
        start(elsewhere.listen(null), tls(elsewhere.trust(), null, false));
        await().until(link::getAsBoolean);
    }

    @Test
    void oldProtocolsShouldNotBeSpoken() throws Exception {
        SSLServerSocket old = (SSLServerSocket) server.listen(null);
        old.setEnabledProtocols(new String[] {"TLSv1.1"});
        try (SeenLog log = SeenLog.attach()) {
            start(old, tls(server.trust(), null, true));
            assertNotBound(log, "TLS: ");
        }
    }

    @Test
    void ownCertificateShouldBeShownWhenItIsDemanded() throws Exception {
        start(server.listen(client), tls(server.trust(), client.keys(), true));
        await().until(link::getAsBoolean);
        assertEquals("7f", new Submit(link).call());
    }

    @Test
    void missingCertificateShouldBeSaid() throws Exception {
        try (SeenLog log = SeenLog.attach()) {
            start(server.listen(client), tls(server.trust(), null, true));
            assertNotBound(log, "Received fatal alert: ");
        }
    }

    @Test
    void storeThatCannotBeUsedShouldBeNamedAndReadAgain() throws Exception {
        Path store = folder.resolve("later.p12");
        try (SeenLog log = SeenLog.attach()) {
            start(server.listen(null), tls(store, null, true));
            assertNotBound(log, "the store " + store + " cannot be used");
            Files.copy(server.trust(), store);
            await().until(link::getAsBoolean);
        }
    }

    private void assertNotBound(SeenLog log, String reason) {
        await().until(() -> !log.linesWith("Provider acme is not bound").isEmpty());
        List<String> lines = log.linesWith("Provider acme");
        assertTrue(lines.get(0).contains(reason), lines.toString());
        assertFalse(lines.get(0).contains("\n"), lines.get(0));
        assertFalse(link.getAsBoolean());
        assertEquals(List.of(), smsc.commands());
    }

    private void start(ServerSocket listening, Tls tls) {
        smsc = new WireSmsc(listening, WireSmsc::ok);
        link = TestProvider.at(smsc.port()).withTls(tls).link();
        link.start();
    }

    private static Tls tls(Path trust, Path keys, boolean verifyHost) {
        return new Tls(
                trust, KeyPairStore.PASSWORD, keys, keys == null ? null : KeyPairStore.PASSWORD, "PKCS12", verifyHost);
    }
}
