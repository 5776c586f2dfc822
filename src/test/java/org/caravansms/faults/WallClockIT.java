package org.caravansms.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wall clock of a running gateway is set, by libfaketime, which Debian's package faketime brings. */
class WallClockIT {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private Site site;
    private ServerProcess simulator;
    private ServerProcess gateway;

    @BeforeEach
    void start() throws IOException {
        Optional<Path> library = library();
        assumeTrue(library.isPresent(), "libfaketime is there");
        site = Site.in(folder);
        setClock("+0");
        simulator = site.startSimulator(1);
        gateway = site.startGateway(
                10,
                "LD_PRELOAD",
                library.get().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock().toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    @AfterEach
    void end() throws InterruptedException {
        if (gateway != null) {
            gateway.close();
            simulator.close();
        }
    }

    @Test
    void clockThatIsSetForwardShouldSendWhatBecameDueAndNothingElse() throws Exception {
        send("due", 50);
        send("not yet", 70);
        setClock("+3600");
        await().atMost(SOON).untilAsserted(() -> assertArrived("due"));
        send("after", 0);
        await().atMost(SOON).untilAsserted(() -> assertArrived("due", "after"));
    }

    @Test
    void clockThatIsSetBackShouldHoldUpNothingAndNoStop() throws Exception {
        send("before", 0);
        await().atMost(SOON).untilAsserted(() -> assertArrived("before"));
        setClock("-3600");
        send("after", 0);
        await().atMost(SOON).untilAsserted(() -> assertArrived("before", "after"));
        long start = System.nanoTime();
        assertTrue(gateway.stop());
        assertTrue(System.nanoTime() - start < SOON.toNanos(), "the stop took too long");
    }

    private void assertArrived(String... texts) throws IOException {
        assertEquals(
                Stream.of(texts).toList(),
                site.smscJournal().read().stream().map(Arrived::text).toList());
    }

    /** @param minutes until it may be sent, 0 for at once */
    private void send(String text, int minutes) throws Exception {
        String date =
                minutes == 0 ? "" : LocalDateTime.now().plusMinutes(minutes).format(DATE);
        String form = "action=sendmessage&username=admin&password=abc123&recipient=%2B36201234567&messagedata="
                + URLEncoder.encode(text, StandardCharsets.UTF_8)
                + (date.isEmpty() ? "" : "&sendondate=" + URLEncoder.encode(date, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.httpPort() + "/api"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        assertTrue(answer.contains("<statuscode>0</statuscode>"), answer);
    }

    private Path clock() {
        return folder.resolve("clock");
    }

    /** @param seconds by how many the wall clock of the gateway is ahead of this machine's, with its sign */
    private void setClock(String seconds) throws IOException {
        Path written = Files.writeString(folder.resolve("clock.new"), seconds);
        Files.move(written, clock(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Optional<Path> library() throws IOException {
        try (Stream<Path> files = Files.find(
                LIBRARIES, 3, (file, unused) -> file.getFileName().toString().equals("libfaketimeMT.so.1"))) {
            return files.findFirst();
        }
    }
}
