package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.caravansms.FreePort;
import org.caravansms.Gateway;
import org.caravansms.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTest {

    private final int port = FreePort.next();

    @TempDir
    Path data;

    @Test
    void selfSignedCertificateShouldBeMadeAndKept() throws Exception {
        byte[] first;
        try (RunningGateway gateway = startGateway()) {
            SSLSocket client = connect("TLSv1.3");
            assertAnswers(client);
            X509Certificate certificate = certificate(client);
            first = certificate.getEncoded();
            List<Object> names = certificate.getSubjectAlternativeNames().stream()
                    .<Object>map(name -> name.get(1))
                    .toList();
            assertTrue(names.containsAll(List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1")), names.toString());
            assertEquals("rw-------", mode(data.resolve("tls/self-signed.p12")));
            assertEquals("rwx------", mode(data.resolve("tls")));
            assertEquals(1, data.resolve("tls").toFile().list().length);
        }
        try (RunningGateway gateway = startGateway()) {
            SSLSocket client = connect("TLSv1.2");
            assertAnswers(client);
            assertArrayEquals(first, certificate(client).getEncoded());
        }
    }

    @Test
    void ownCertificateShouldBeShownAndPlainHttpBeOff() throws Exception {
        Path store = keyStore("own password");
        try (RunningGateway gateway = startGateway(
                "SMS_HTTP_ENABLED",
                "false",
                "SMS_HTTPS_KEY_STORE",
                store.toString(),
                "SMS_HTTPS_KEY_STORE_PASSWORD",
                "own password")) {
            SSLSocket client = connect("TLSv1.3");
            assertAnswers(client);
            assertEquals("CN=own", certificate(client).getSubjectX500Principal().getName());
            assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", gateway.port()));
        }
        assertFalse(Files.exists(data.resolve("tls")));
    }

    @Test
    void tls11ShouldBeRefusedByTheServer() throws Exception {
        try (RunningGateway gateway = startGateway();
                Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(clientHello("0302"));
            // RFC 4346 section 7.2: an alert, fatal, protocol_version
            byte[] alert = socket.getInputStream().readNBytes(7);
            assertEquals(0x15, alert[0], HexFormat.of().formatHex(alert));
            assertEquals("0246", HexFormat.of().formatHex(alert, 5, 7));
        }
    }

    @Test
    void helloOfTls12ShouldBeTaken() throws Exception {
        try (RunningGateway gateway = startGateway();
                Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(clientHello("0303"));
            assertEquals(0x16, socket.getInputStream().read());
        }
    }

    @Test
    void disabledHttpsShouldListenNowhereAndMakeNothing() throws Exception {
        try (RunningGateway gateway = startGateway("SMS_HTTPS_ENABLED", "false")) {
            assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", port));
            assertFalse(Files.exists(data.resolve("tls")));
        }
    }

    @ParameterizedTest
    @CsvSource({"wrong password, own.p12, PKCS12", "own password, none.p12, PKCS12", "own password, own.p12, FLOPPY"})
    void keyStoreThatCannotBeUsedShouldStopTheStart(String password, String file, String type) throws Exception {
        keyStore("own password");
        String store = data.resolve(file).toString();
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new Gateway(
                        Path.of("").toAbsolutePath(),
                        settings(Map.of(
                                "SMS_DATA_DIR",
                                data.toString(),
                                "SMS_HTTPS_KEY_STORE",
                                store,
                                "SMS_HTTPS_KEY_STORE_PASSWORD",
                                password,
                                "SMS_HTTPS_KEY_STORE_TYPE",
                                type))));
        String text = refusal.getMessage();
        assertTrue(text.startsWith("Setting sms.https.key-store: " + store + " cannot be used ("), text);
        assertFalse(text.contains(password) || text.contains("\n"), text);
    }

    private RunningGateway startGateway(String... more) throws IOException {
        Map<String, String> settings =
                new HashMap<>(Map.of("SMS_HTTPS_ENABLED", "true", "SMS_HTTPS_PORT", Integer.toString(port)));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        String[] all = settings.entrySet().stream()
                .flatMap(setting -> List.of(setting.getKey(), setting.getValue()).stream())
                .toArray(String[]::new);
        return RunningGateway.start(data, FreePort.next(), all);
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.read(Path.of("config/application.properties"), environment::get, new Properties());
    }

    private SSLSocket connect(String version) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAll()}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        socket.setEnabledProtocols(new String[] {version});
        socket.startHandshake();
        assertEquals(version, socket.getSession().getProtocol());
        return socket;
    }

    private static void assertAnswers(SSLSocket client) throws IOException {
        Wire wire = new Wire(client);
        String answer = wire.send(Wire.postOf(Wire.form("secret"))).answer();
        assertEquals(List.of("0"), Xml.values(answer, "statuscode0"), answer);
        answer = wire.send("GET /api?" + Wire.form("caf\u00C3\u00A9") + " HTTP/1.1\r\nHost: x\r\n\r\n")
                .answer();
        assertEquals(List.of("café"), Xml.values(answer, "messagedata0"), answer);
        String large = Wire.postOf(Wire.form("large") + "&filler=" + "x".repeat(500_000));
        answer = wire.send(large).answer();
        assertEquals(List.of("0"), Xml.values(answer, "statuscode0"), answer);
    }

    private static X509Certificate certificate(SSLSocket client) throws IOException {
        return (X509Certificate) client.getSession().getPeerCertificates()[0];
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private Path keyStore(String password) throws Exception {
        Path store = data.resolve("own.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String arguments = "-genkeypair -alias own -keyalg EC -dname CN=own -storetype PKCS12 -storepass:env PASSWORD";
        List<String> command = new java.util.ArrayList<>(List.of(keytool, "-keystore", store.toString()));
        command.addAll(Arrays.asList(arguments.split(" ")));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("PASSWORD", password);
        assertEquals(0, process.start().waitFor());
        return store;
    }

    /** RFC 5246 section 7.4.1.2: a ClientHello of a version, with suites and extensions that suit 1.0 to 1.2. */
    private static byte[] clientHello(String version) {
        String suites = "c009c00ac013c014c02bc02f";
        String extensions = "000a00040002" + "0017" + "000b00020100" + "000d0004" + "00020403";
        String body = version + "00".repeat(32) + "00" + length(suites, 2) + suites + "0100" + length(extensions, 2)
                + extensions;
        String handshake = "01" + length(body, 3) + body;
        return HexFormat.of().parseHex("16" + "0301" + length(handshake, 2) + handshake);
    }

    private static String length(String hex, int octets) {
        return HexFormat.of().toHexDigits(hex.length() / 2, octets * 2);
    }

    static final class TrustAll implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
