package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.caravansms.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that are too large, one by one or together, and clients that take too long. */
class RequestLimitsTest {

    private static final int MAX_BODY = 100_000;
    private static final int MAX_TOTAL = 150_000;
    private static final String TOO_LARGE = "The request's body is larger than 100000 bytes.";

    @TempDir
    static Path data;

    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        gateway = RunningGateway.start(
                data,
                FreePort.next(),
                "SMS_HTTP_MAX_BODY_BYTES",
                Integer.toString(MAX_BODY),
                "SMS_HTTP_MAX_TOTAL_BODY_BYTES",
                Integer.toString(MAX_TOTAL),
                "SMS_HTTP_IDLE_TIMEOUT_MILLIS",
                "1000",
                "SMS_HTTP_BODY_TIMEOUT_MILLIS",
                "2000",
                "SMS_HTTP_MAX_CONNECTIONS",
                "20");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        gateway.close();
    }

    @Test
    void bodyOfTheLimitShouldBeReadAndOneOctetMoreRefused() throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            assertRefused(
                    1157,
                    "Invalid username",
                    wire.send(Wire.postOf(Wire.formOf(MAX_BODY))).answer());
            assertRefused(
                    6,
                    TOO_LARGE,
                    wire.send(Wire.postOf(Wire.formOf(MAX_BODY + 1))).answer());
        }
    }

    @Test
    void largerBodyInChunksShouldBeRefused() throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            String form = Wire.formOf(3 * MAX_BODY);
            wire.send(Wire.post("Transfer-Encoding: chunked") + Integer.toHexString(form.length()) + "\r\n" + form
                    + "\r\n0\r\n\r\n");
            assertRefused(6, TOO_LARGE, wire.answer());
            assertRefused(
                    1157,
                    "Invalid username",
                    wire.send(Wire.postOf(Wire.formOf(100))).answer());
        }
    }

    @Test
    void clientThatAsksBeforeItSendsTooMuchShouldBeRefusedAtOnce() throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send(Wire.post("Content-Length: 1000000", "Expect: 100-continue"));
            assertRefused(6, TOO_LARGE, wire.answer());
        }
    }

    @Test
    void gzipBombShouldBeRefused() throws IOException {
        byte[] bomb = gzipOfZeros(16 * 1024 * 1024);
        assertTrue(bomb.length < MAX_BODY);
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send(Wire.post("Content-Encoding: gzip", "Content-Length: " + bomb.length))
                    .send(bomb);
            assertRefused(6, TOO_LARGE, wire.answer());
        }
    }

    @Test
    void largeBodyShouldWaitForRoomAndSmallOnesPass() throws IOException {
        String large = Wire.postOf(Wire.formOf(MAX_BODY));
        try (Wire holds = Wire.to(gateway.port());
                Wire asks = Wire.to(gateway.port())) {
            holds.send(large.substring(0, large.length() - 1));
            await().atMost(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertRefused(
                            23,
                            "The gateway is reading too many large requests; try again later.",
                            asks.send(large).answer()));
            assertRefused(
                    1157,
                    "Invalid username",
                    asks.send(Wire.postOf(Wire.formOf(16_000))).answer());
        }
        assertRoom(large);
    }

    @Test
    void roomShouldComeBackFromBodiesThatWereRefusedOrAnswered() throws IOException {
        for (int i = 0; i < 5; i++) {
            try (Wire wire = Wire.to(gateway.port())) {
                wire.send(Wire.postOf(Wire.formOf(MAX_BODY + 1))).answer();
                wire.send(Wire.post("Content-Encoding: gzip", "Content-Length: 90000") + "x".repeat(90_000))
                        .answer();
            }
            assertRoom(Wire.postOf(Wire.formOf(MAX_BODY)));
        }
    }

    @Test
    void bodyThatStopsShouldBeGivenUp() throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            String answer = wire.send(Wire.post("Content-Length: 100") + "a=").rest();
            assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
            assertRefused(5, "The request did not arrive in time.", answer);
        }
    }

    @Test
    void bodyThatTricklesShouldBeGivenUp() throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send(Wire.post("Content-Length: 100000"));
            String answer = trickle(wire);
            assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
            assertRefused(5, "The request did not arrive in time.", answer);
        }
    }

    @Test
    void headThatTricklesShouldBeCut() throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send("GET / HTTP/1.1\r\nX: ");
            assertEquals("", trickle(wire));
        }
    }

    @Test
    void secondHeadThatTricklesShouldBeCut() throws IOException {
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send(Wire.postOf(Wire.formOf(100))).answer();
            wire.send("GET / HTTP/1.1\r\nX: ");
            assertEquals("", trickle(wire));
        }
    }

    @Test
    void bodyThatTakesLongerThanAHeadMayShouldBeRead() throws IOException {
        String form = Wire.form("patient");
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send(Wire.post("Content-Length: " + form.length(), "Expect: 100-continue"));
            wire.head();
            long end = System.nanoTime() + Duration.ofMillis(1600).toNanos();
            int[] sent = {0};
            await().pollInterval(Duration.ofMillis(100)).until(() -> {
                wire.send(form.substring(sent[0], ++sent[0]));
                return System.nanoTime() > end;
            });
            String answer = wire.send(form.substring(sent[0])).answer();
            assertEquals(List.of("0"), Xml.values(answer, "statuscode0"), answer);
        }
    }

    @Test
    void connectionOverTheLimitShouldWaitForAnother() throws IOException {
        Wire[] all = new Wire[20];
        for (int i = 0; i < all.length; i++) {
            all[i] = Wire.to(gateway.port()).send("GET ");
        }
        try (Wire waits = Wire.to(gateway.port())) {
            waits.send(Wire.postOf(Wire.formOf(100)));
            assertRefused(1157, "Invalid username", waits.answer());
            int ended = 0;
            for (Wire wire : all) {
                ended += wire.isEnded() ? 1 : 0;
                wire.close();
            }
            assertTrue(ended > 0, "it was served beside all of the others");
        }
    }

    private static void assertRoom(String large) {
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            try (Wire wire = Wire.to(gateway.port())) {
                assertRefused(1157, "Invalid username", wire.send(large).answer());
            }
        });
    }

    /** Sends an octet now and then until the gateway has had enough; what it then says. */
    private static String trickle(Wire wire) throws IOException {
        await().pollInterval(Duration.ofMillis(100)).until(() -> !sends(wire));
        try {
            return wire.rest();
        } catch (SocketException e) {
            return "";
        }
    }

    private static boolean sends(Wire wire) throws IOException {
        if (wire.hasAnswer()) {
            return false;
        }
        try {
            wire.send("x");
            return true;
        } catch (SocketException e) {
            return false;
        }
    }

    private static byte[] gzipOfZeros(int count) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(octets)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < count; i += zeros.length) {
                out.write(zeros);
            }
        }
        return octets.toByteArray();
    }

    private static void assertRefused(int code, String text, String answer) {
        assertEquals(List.of(Integer.toString(code)), Xml.values(answer, "errorcode"), answer);
        assertTrue(Xml.values(answer, "errormessage").get(0).startsWith(text), answer);
    }
}
