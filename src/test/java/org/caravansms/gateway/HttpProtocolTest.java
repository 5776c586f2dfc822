package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;
import org.caravansms.FreePort;
import org.caravansms.config.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP clients of all kinds may say on a connection, and what they hear. */
class HttpProtocolTest {

    @TempDir
    static Path data;

    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        gateway = RunningGateway.start(
                data, FreePort.next(), "sms.http.cors-origins", "https://shop.example, http://localhost:3000");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        gateway.close();
    }

    @Test
    void connectionShouldServeOneRequestAfterTheOther() throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            assertAccepted("first", wire.send(Wire.postOf(Wire.form("first"))).answer());
            assertAccepted("second", wire.send(Wire.postOf(Wire.form("second"))).answer());
        }
    }

    @Test
    void pipelinedRequestsShouldBeAnsweredInOrder() throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send(Wire.postOf(Wire.form("one")) + get(Wire.form("two")) + Wire.postOf(Wire.form("three")));
            assertAccepted("one", wire.answer());
            assertAccepted("two", wire.answer());
            assertAccepted("three", wire.answer());
        }
    }

    @Test
    void clientThatExpectsContinueShouldBeToldTo() throws IOException {
        String form = Wire.form("continued");
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send(Wire.post("Content-Length: " + form.length(), "Expect: 100-continue"));
            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", wire.head());
            assertAccepted("continued", wire.send(form).answer());
        }
    }

    @Test
    void chunkedBodyShouldBeJoined() throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send(Wire.post("Transfer-Encoding: chunked"));
            for (String part : Wire.form("in+chunks").split("(?<=&)")) {
                wire.send(Integer.toHexString(part.length()) + "\r\n" + part + "\r\n");
            }
            assertAccepted("in chunks", wire.send("0\r\n\r\n").answer());
        }
    }

    @Test
    void bodyInManyPiecesShouldBeJoined() throws IOException {
        String filler = "&filler=" + "x".repeat(300_000);
        byte[] request = Wire.postOf(Wire.form("pieces") + filler).getBytes(StandardCharsets.ISO_8859_1);
        try (Wire wire = Wire.to(gateway.port())) {
            for (int i = 0; i < request.length; i += 7919) {
                wire.send(java.util.Arrays.copyOfRange(request, i, Math.min(i + 7919, request.length)));
            }
            assertAccepted("pieces", wire.answer());
        }
    }

    @Test
    void http10ShouldBeServed() throws IOException {
        String form = Wire.form("old");
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send("POST /api HTTP/1.0\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + form.length() + "\r\n\r\n" + form);
            assertAccepted("old", wire.rest());
        }
    }

    @Test
    void headShouldBeAnsweredWithoutABody() throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send("HEAD /api?action=nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            String answer = wire.rest();
            assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
            assertTrue(answer.endsWith("\r\n\r\n"), answer);
        }
    }

    @Test
    void rawOctetsOfARequestLineShouldBeReadInPiecesAndBehindOneAnother() throws IOException {
        String first = "\r\n" + get(Wire.form("caf\u00C3\u00A9")) + get(Wire.form("\u00D0\u009F"));
        try (Wire wire = Wire.to(gateway.port())) {
            for (char octet : first.toCharArray()) {
                wire.send(String.valueOf(octet));
            }
            assertAccepted("café", wire.answer());
            assertAccepted("П", wire.answer());
            wire.send(Wire.postOf(Wire.form("\u00C3\u00A9")) + get(Wire.form("\u00C3\u00A9")));
            assertAccepted("é", wire.answer());
            assertAccepted("é", wire.answer());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "http://localhost:3000"})
    void pageOfAnAllowedOriginShouldBeLetIn(String origin) throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            String preflight = wire.send(preflight(origin)).answer();
            assertEquals(200, status(preflight), preflight);
            assertHeader("Access-Control-Allow-Origin: " + origin, preflight);
            assertTrue(preflight.matches("(?s).*Access-Control-Allow-Methods: [A-Z,]*POST.*"), preflight);
            assertTrue(preflight.matches("(?s).*Access-Control-Allow-Headers: [A-Za-z,-]*Authorization.*"), preflight);
            String answer = wire.send(Wire.postOf("action=nothing", "Origin: " + origin))
                    .answer();
            assertHeader("Access-Control-Allow-Origin: " + origin, answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://shop.example",
                "https://shop.example:8443",
                "https://shopxexample"
            })
    void pageOfAnotherOriginShouldBeTheBrowsersToKeepOut(String origin) throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            String preflight = wire.send(preflight(origin)).answer();
            assertFalse(preflight.contains("Access-Control"), preflight);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "shop.example", "https://shop.example/", "https://Shop.example", "ftp://shop.example"})
    void originThatIsNoneShouldStopTheStart(String origin) {
        Map<String, String> environment =
                Map.of("SMS_HTTP_CORS_ORIGINS", origin, "SMS_HTTPS_ENABLED", "false", "SMS_DATA_DIR", data.toString());
        Path file = Path.of("config/application.properties");
        String text = assertThrows(
                        IllegalArgumentException.class, () -> Settings.read(file, environment::get, new Properties()))
                .getMessage();
        assertTrue(text.startsWith("Setting sms.http.cors-origins: " + origin + " is no origin, such as "), text);
    }

    private static String preflight(String origin) {
        return "OPTIONS /api HTTP/1.1\r\nHost: x\r\nOrigin: " + origin + "\r\nAccess-Control-Request-Method: POST\r\n"
                + "Access-Control-Request-Headers: authorization,content-type\r\n\r\n";
    }

    private static void assertHeader(String header, String answer) {
        assertTrue(answer.contains("\r\n" + header + "\r\n"), answer);
    }

    @Test
    void serverShouldNotTellItsNameOrAllowOtherOrigins() throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send("GET /api HTTP/1.1\r\nHost: x\r\nOrigin: http://evil.example\r\n\r\n");
            String answer = wire.answer().toLowerCase();
            assertFalse(answer.contains("server:") || answer.contains("jetty"), answer);
            assertFalse(answer.contains("access-control"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "TRACE", "OPTIONS", "PATCH", "FLY"})
    void otherMethodsShouldBeRefused(String method) throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send(method + " /api?action=sendmessage HTTP/1.1\r\nHost: x\r\nX-Secret: s3cret\r\n\r\n");
            assertRefused(405, 5, "The method is not allowed; use GET or POST.", wire.answer());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'GET', 400",
        "'GET /s3cret', 505",
        "'GET /s3cret HTTP/9.9', 505",
        "'GET /s3cret HTTP/1.1', 400",
        "'GET /s3cret%zz HTTP/1.1\r\nHost: x', 400",
        "'GET /s3cret/%2e%2e/x HTTP/1.1\r\nHost: x', 400",
        "'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: s3cret', 400",
        "'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2', 400",
        "'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked', 400"
    })
    void brokenRequestShouldGetTheEnvelopeAndNoEcho(String head, int status) throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            String answer = wire.send(head + "\r\n\r\n").rest();
            assertEquals(status, status(answer), answer);
            assertEnvelope(answer);
            assertEquals(List.of("5"), Xml.values(answer, "errorcode"));
        }
    }

    @Test
    void brokenChunkShouldGetTheEnvelope() throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            String answer = wire.send(Wire.post("Transfer-Encoding: chunked") + "s3cret\r\n\r\n")
                    .rest();
            assertEquals(400, status(answer), answer);
            assertEnvelope(answer);
        }
    }

    @Test
    void addressThatIsTooLongShouldBeToldToUsePost() throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send("GET /api?messagedata=" + "x".repeat(65_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertEquals(200, status(wire.answer()));
        }
        for (String head : List.of("GET /api?a=" + "x".repeat(70_000) + " HTTP/1.1\r\n", header(70_000))) {
            try (Wire wire = Wire.to(gateway.port())) {
                String answer = wire.send(head + "Host: x\r\n\r\n").rest();
                assertTrue(List.of(414, 431).contains(status(answer)), answer);
                assertEnvelope(answer);
                assertEquals(List.of("6"), Xml.values(answer, "errorcode"));
                assertEquals(
                        List.of("The request's address and headers are larger than 65536 bytes; use POST."),
                        Xml.values(answer, "errormessage"));
            }
        }
    }

    @Test
    void gzipBodyShouldBeInflated() throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            assertAccepted(
                    "squeezed",
                    wire.send(gzipped("gzip", gzip(Wire.form("squeezed")))).answer());
            assertAccepted(
                    "again",
                    wire.send(gzipped("X-GZip", gzip(Wire.form("again")))).answer());
            assertAccepted(
                    "plain",
                    wire.send(Wire.postOf(Wire.form("plain"), "Content-Encoding: identity"))
                            .answer());
        }
    }

    @Test
    void gzipThatIsBrokenShouldBeRefused() throws IOException {
        byte[] good = gzip(Wire.form("x"));
        byte[] cut = java.util.Arrays.copyOf(good, good.length - 9);
        byte[] garbled = good.clone();
        garbled[good.length - 6] ^= 1;
        try (Wire wire = Wire.to(gateway.port())) {
            for (byte[] body :
                    List.of(cut, garbled, new byte[] {1, 2, 3}, Wire.form("x").getBytes())) {
                String answer = wire.send(gzipped("gzip", body)).answer();
                assertRefused(200, 5, "The body is not gzip, which its Content-Encoding says.", answer);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "\"", "", " ", "no-such", "\u00E1", "utf-8; charset=\""})
    void charsetOfTheContentTypeShouldNotMatter(String charset) throws IOException {
        String form = Wire.form("typed");
        String type = "Content-Type: application/x-www-form-urlencoded; charset=" + charset;
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send("POST /api HTTP/1.1\r\nHost: x\r\n" + type + "\r\nContent-Length: " + form.length() + "\r\n\r\n"
                    + form);
            assertAccepted("typed", wire.answer());
        }
    }

    @Test
    void otherContentEncodingShouldBeNamed() throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            String answer = wire.send(Wire.postOf(Wire.form("x"), "Content-Encoding: br"))
                    .answer();
            assertRefused(200, 5, "The Content-Encoding br is not known; gzip is.", answer);
        }
    }

    private static String get(String query) {
        return "GET /api?" + query + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private static String header(int octets) {
        return "GET /api HTTP/1.1\r\nX-Filler: " + "x".repeat(octets) + "\r\n";
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(octets)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return octets.toByteArray();
    }

    private static byte[] gzipped(String encoding, byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(Wire.post("Content-Encoding: " + encoding, "Content-Length: " + body.length)
                .getBytes(StandardCharsets.ISO_8859_1));
        request.write(body);
        return request.toByteArray();
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }

    private static void assertAccepted(String text, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
        assertTrue(Xml.values(answer, "statuscode0?").contains("0"), answer);
        assertEquals(List.of(text), Xml.values(answer, "messagedata0?"), answer);
    }

    private static void assertRefused(int status, int code, String text, String answer) {
        assertEquals(status, status(answer), answer);
        assertEnvelope(answer);
        assertEquals(List.of(Integer.toString(code)), Xml.values(answer, "errorcode"));
        assertEquals(List.of(text), Xml.values(answer, "errormessage"));
    }

    private static void assertEnvelope(String answer) {
        assertTrue(answer.contains("\r\nContent-Type: application/xml; charset=utf-8\r\n"), answer);
        assertEquals(List.of("error"), Xml.values(answer, "action"), answer);
        assertFalse(answer.contains("s3cret") || answer.contains("xception") || answer.contains("html"), answer);
    }
}
