package org.caravansms.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the data directory is full, and has room again: nothing that was answered OK is lost, and nobody waits. */
class FullDiskIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int STOP_SECONDS = 10;

    @TempDir
    Path folder;

    private Site site;
    private NumberedMessages messages;
    private SentJournal sent;
    private ServerProcess simulator;
    private ServerProcess gateway;
    private boolean mounted;

    @BeforeEach
    void prepare() throws IOException {
        site = Site.in(folder);
        messages = new NumberedMessages();
        sent = site.sentJournal();
    }

    @AfterEach
    void end() throws Exception {
        sent.close();
        if (gateway != null) {
            gateway.close();
        }
        if (simulator != null) {
            simulator.close();
        }
        if (mounted) {
            assertEquals(0, run("umount", data().toString()).exitCode());
        }
    }

    @Test
    void diskAtItsLimitShouldRefuseWhatIsNewAndSendWhatWasAccepted() throws Exception {
        gateway = site.startGateway(10);
        assertEquals(SentMessage.Answer.OK, post().answer());
        assertTrue(gateway.stop());
        simulator = site.startSimulator(1);
        gateway = site.startGateway(homeWithLimit(1), 10);
        await().atMost(SOON).until(() -> site.smscJournal().read().size() == 1);
        assertEquals(SentMessage.Answer.REJECT, post().answer());
        assertTrue(status().contains("% full: nothing new is accepted, what was goes on being sent"), status());
        assertStopsSoon();
        assertTrue(isAllThatWasAcceptedThere(), count().toString());
    }

    @Test
    void diskThatIsUsedUpShouldRefuseAndGoOnByItselfOnceThereIsRoom() throws Exception {
        mounted = mount();
        assumeTrue(mounted, "a small disk can be mounted");
        simulator = site.startSimulator(1);
        gateway = site.startGateway(10);
        try (ApiLoad load = new ApiLoad(site.client(), sent, 20_000).start(1)) {
            await().atMost(SOON).until(() -> load.answered() > 20);
            fill();
            await().atMost(SOON).until(() -> post().answer() == SentMessage.Answer.REJECT);
        }
        assertTrue(status().contains("% full: nothing is accepted, and nothing sent"), status());
        Files.delete(filler());
        await().atMost(SOON).until(() -> post().answer() == SentMessage.Answer.OK);
        await().atMost(SOON).pollInterval(Duration.ofMillis(500)).until(this::isAllThatWasAcceptedThere);
        fill();
        assertStopsSoon();
    }

    /** @return the answer to a message, which came at once */
    private SentMessage post() throws Exception {
        List<SentMessage> one = messages.next(1, new Random(1));
        long start = System.nanoTime();
        List<SentMessage> answered = site.client().post(one);
        assertTrue(System.nanoTime() - start < AT_ONCE.toNanos(), "the answer did not come at once");
        sent.add(answered);
        return answered.get(0);
    }

    /** Once, as it was sent, and nothing else. */
    private boolean isAllThatWasAcceptedThere() throws IOException {
        DeliveryCount count = count();
        return count.lost().isEmpty()
                && count.invented().isEmpty()
                && count.altered().isEmpty()
                && count.duplicates() == 0;
    }

    private DeliveryCount count() throws IOException {
        return DeliveryCount.of(sent.read(), site.smscJournal().read());
    }

    private void assertStopsSoon() throws InterruptedException {
        long start = System.nanoTime();
        assertTrue(gateway.stop());
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(STOP_SECONDS).toNanos(), "the stop took too long");
    }

    private Path homeWithLimit(int percent) throws IOException {
        Path home = HaltingHome.copyTo(folder);
        Path broker = home.resolve("config/broker.xml");
        String shipped = Files.readString(broker);
        Files.writeString(broker, shipped.replaceAll("<max-disk-usage>\\d+", "<max-disk-usage>" + percent));
        return home;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private boolean mount() throws Exception {
        Files.createDirectory(data());
        return run("mount", "-t", "tmpfs", "-o", "size=200m", "tmpfs", data().toString())
                        .exitCode()
                == 0;
    }

    private Path filler() {
        return data().resolve("filler");
    }

    /** But for a megabyte, of what the gateway leaves while it goes on writing. */
    private void fill() {
        await().ignoreExceptionsInstanceOf(IOException.class).untilAsserted(() -> {
            Files.deleteIfExists(filler());
            long free = Files.getFileStore(data()).getUsableSpace() - 1_048_576;
            Files.write(filler(), new byte[(int) Math.max(0, free)]);
        });
    }

    private String status() throws Exception {
        ProcessBuilder command = ServerProcess.command("status");
        command.environment().put("SMS_DATA_DIR", data().toString());
        return ended(command).output();
    }

    private record Ended(int exitCode, String output) {}

    private static Ended run(String... command) throws Exception {
        return ended(new ProcessBuilder(command));
    }

    private static Ended ended(ProcessBuilder command) throws Exception {
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
