package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.caravansms.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are too much of something, to a gateway with the limits that it ships with; after each it goes on. */
class LimitsTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final String BOMB =
            "<!DOCTYPE a [<!ENTITY x \"00\"><!ENTITY y \"&x;&x;&x;&x;\">]><a><ud>&y;</ud></a>";
    private static final String FOREIGN =
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a><ud>&x;</ud></a>";

    @TempDir
    static Path data;

    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        gateway = RunningGateway.start(data, FreePort.next());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        gateway.close();
    }

    @AfterEach
    void goesOn() {
        assertEquals(List.of("0"), Xml.values(gateway.send("recipient=111222&messagedata=x"), "statuscode"));
    }

    @Test
    void bodyOf100MegabytesShouldBeRefused() throws Exception {
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send(Wire.post("Content-Length: " + 100 * MEGABYTE));
            assertTooLarge(wire, new byte[MEGABYTE]);
        }
    }

    @Test
    void bodyOf100MegabytesInChunksShouldBeRefused() throws Exception {
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send(Wire.post("Transfer-Encoding: chunked"));
            String chunk = "100000\r\n" + "x".repeat(MEGABYTE) + "\r\n";
            assertTooLarge(wire, chunk.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void parametersThatNobodyKnowsShouldNotMatter() {
        String answer = gateway.send("recipient=111222&messagedata=x" + parameters(100_000));
        assertEquals(List.of("0"), Xml.values(answer, "statuscode"), answer);
    }

    @Test
    void parametersOverTheLimitShouldBeRefused() {
        assertRefused(6, "The request has more than 1000000 parameters.", gateway.send("a=1" + parameters(1_100_000)));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 20_000})
    void headersShouldBeLimitedByTheirOctetsTogether(int count) throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            String answer = wire.send("GET /api HTTP/1.1\r\nHost: x\r\n" + "a: b\r\n".repeat(count) + "\r\n")
                    .answer();
            assertEquals(count > 10_000, answer.startsWith("HTTP/1.1 431 "), answer);
        }
    }

    @Test
    void chunksOfOneOctetShouldBeJoined() throws IOException {
        String form = Wire.form("chunks") + "&filler=" + "x".repeat(200_000);
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send(Wire.post("Transfer-Encoding: chunked") + form.replaceAll("(.)", "1\r\n$1\r\n") + "0\r\n\r\n");
            assertEquals(List.of("0"), Xml.values(wire.answer(), "statuscode0"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7fffffffffffffff", "ffffffffffffffffffff", "-1", "1 x", ""})
    void chunkThatClaimsTooMuchShouldNotBeAwaited(String size) throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send(Wire.post("Transfer-Encoding: chunked") + size + "\r\nx\r\n");
            wire.end();
            String answer = wire.rest();
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 400 "), answer);
        }
    }

    @Test
    void jsonOf10000LevelsShouldBeRefused() throws IOException {
        assertReply("INVALID_REQUEST", post("{\"messages\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"));
    }

    @Test
    void tagsOf10000LevelsShouldBeLeftOut() throws IOException {
        String answer = post(
                "{\"messages\":[{\"to_address\":\"111222\",\"text\":\"x\",\"tags\":\"" + "[".repeat(10_000) + "\"}]}");
        assertReply("SUCCESS", answer);
        assertTrue(answer.contains("\"tags\":[]"), answer);
    }

    @Test
    void lastOfTwoKeysShouldCount() throws IOException {
        String answer = post("{\"messages\":[{\"to_address\":\"111222\",\"text\":\"first\",\"text\":\"last\"}]}");
        assertReply("SUCCESS", answer);
        assertTrue(answer.contains("\"text\":\"last\"") && answer.contains("\"success_count\":1,"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "[]", "{}", "\"x\"", "1", "\0\0\0{\0\u0011\0\0", "\0{\0\0\0\0", "{\"messages\":[null]}"})
    void documentThatIsNoneShouldBeTheClientsError(String document) throws IOException {
        String answer = post(document);
        assertTrue(answer.matches("(?s).*\"response_code\":\"INVALID_(REQUEST|MESSAGE_COUNT)\".*"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31 23:59:59", "-999999999-01-01T00:00:00+18:00", "10000-01-01 00:00:00"})
    void timeThatNoReplyCanSayShouldBeNone(String time) throws IOException {
        String answer =
                post("{\"messages\":[{\"to_address\":\"111222\",\"text\":\"x\",\"time_to_send\":\"" + time + "\"}]}");
        assertReply("SUCCESS", answer);
        assertTrue(answer.matches("(?s).*\"time_to_send\":\"20\\d\\d-.*"), answer);
    }

    /** The test's own encoding is ISO 8859-1. */
    @ParameterizedTest
    @ValueSource(strings = {"caf\u00e9\"}]}", "\u00c1rv\u00edz\"}]}", "caf\u00e9 \"}]} secret"})
    void jsonThatIsNotUtf8ShouldBeToldSo(String rest) throws IOException {
        String answer = post("{\"messages\":[{\"to_address\":\"111222\",\"text\":\"" + rest);
        assertReply("INVALID_REQUEST", answer);
        assertTrue(answer.contains("\"The body is not in UTF-8, as JSON is, see at "), answer);
    }

    @Test
    void halfACharacterShouldBeRejectedAndItsReportWritten() throws IOException {
        String answer = post("{\"messages\":[{\"to_address\":\"111222\",\"text\":\"\\ud800\"},"
                + "{\"to_address\":\"111222\",\"text\":\"\\ud83d\\ude00\"}]}");
        assertReply("SUCCESS", answer);
        assertTrue(answer.contains("\"success_count\":1,\"failed_count\":1,"), answer);
        assertTrue(answer.contains("messages[0].text has one half of a character only"), answer);
    }

    /** As many as that once overflowed the stack; what {@code gzip -c a b} makes is read. */
    @ParameterizedTest
    @CsvSource({
        "2, 1157, Invalid username or password.",
        "8000, 5, 'The body is not gzip, which its Content-Encoding says.'"
    })
    void emptyMembersOfGzipShouldBeReadOrRefused(int count, int code, String text) throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            members.write(gzip(""));
        }
        members.write(gzip(Wire.formOf(50)));
        try (SeenLog log = SeenLog.attach();
                Wire wire = Wire.to(gateway.port())) {
            wire.send(Wire.post("Content-Encoding: gzip", "Content-Length: " + members.size()))
                    .send(members.toByteArray());
            assertRefused(code, text, wire.answer());
            assertTrue(log.lines().size() <= 1, log.lines().toString());
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(octets)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return octets.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {BOMB, FOREIGN})
    void entitiesShouldNotBeRead(String document) {
        assertRefused(
                11,
                "messagedata is not a well-formed XML document without a DOCTYPE.",
                gateway.send("recipient=111222&messagetype=SMS:BINARY:XML&messagedata="
                        + URLEncoder.encode(document, StandardCharsets.UTF_8)));
    }

    /** The gateway answers before it has read all, and may close: what was sent in vain does not matter. */
    private static void assertTooLarge(Wire wire, byte[] piece) throws Exception {
        CompletableFuture<Void> sends = CompletableFuture.runAsync(() -> sendMegabytes(wire, piece));
        assertRefused(6, "The request's body is larger than 67108864 bytes.", wire.answer());
        wire.close();
        sends.join();
    }

    private static void sendMegabytes(Wire wire, byte[] piece) {
        try {
            for (int i = 0; i < 100; i++) {
                wire.send(piece);
            }
            wire.send("0\r\n\r\n");
        } catch (IOException e) {
            // it closed
        }
    }

    private static String post(String document) throws IOException {
        String login = Base64.getEncoder().encodeToString("admin:abc123".getBytes(StandardCharsets.UTF_8));
        try (Wire wire = Wire.to(gateway.port())) {
            return wire.send("POST /api?action=sendmsg HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Authorization: Basic " + login + "\r\nContent-Length: " + document.length() + "\r\n\r\n"
                            + document)
                    .answer();
        }
    }

    private static String parameters(int count) {
        StringBuilder parameters = new StringBuilder(10 * count);
        for (int i = 0; i < count; i++) {
            parameters.append("&p").append(i).append('=');
        }
        return parameters.toString();
    }

    private static void assertReply(String code, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 200 ") && answer.contains("\"response_code\":\"" + code + "\""), answer);
    }

    private static void assertRefused(int code, String text, String answer) {
        assertEquals(List.of(Integer.toString(code)), Xml.values(answer, "errorcode"), answer);
        assertEquals(List.of(text), Xml.values(answer, "errormessage"), answer);
    }
}
