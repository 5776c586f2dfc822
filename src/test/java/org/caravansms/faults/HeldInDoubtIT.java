package org.caravansms.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A provider that holds what is in doubt, an SMSC that loses responses, and kill -9 of the gateway under load: nothing is
 * sent twice, whatever was accepted arrived or is held, and arrives once a person has it sent again.
 */
class HeldInDoubtIT {
    private static final int KILLS = Integer.getInteger("caravan.kills", 2);
    private static final long SEED = Long.getLong("caravan.seed", System.nanoTime());
    private static final int WINDOW = 20;
    private static final Path FOLDER = Path.of("target", "held-test").toAbsolutePath();
    private static final Pattern QUEUED_AGAIN = Pattern.compile("(\\d+) messages? in doubt queued again");

    private final Random random = new Random(SEED);
    private Site site;
    private int resent;
    private ServerProcess simulator;
    private ServerProcess gateway;

    @BeforeEach
    void start() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> old = Files.walk(FOLDER)) {
                old.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
        site = Site.in(Files.createDirectories(FOLDER));
        simulator = site.startSimulator(5, "--lose", "every=500");
        startGateway();
    }

    @AfterEach
    void end() throws InterruptedException {
        gateway.close();
        simulator.close();
    }

    @Test
    void messagesInDoubtShouldBeHeldAndNothingSentTwice() throws Exception {
        try (SentJournal sent = site.sentJournal()) {
            try (ApiLoad load = new ApiLoad(site.client(), sent, (KILLS + 1) * 25_000).start(SEED)) {
                for (int kill = 0; kill < KILLS; kill++) {
                    int until = load.answered() + 50 + random.nextInt(100);
                    await().atMost(Duration.ofSeconds(60))
                            .pollInterval(Duration.ofMillis(1))
                            .until(() -> load.answered() >= until);
                    gateway.kill();
                    startGateway();
                }
            }
            DeliveryCount held = awaitUnchanged(sent);
            DeliveryCount all = awaitNoneLost(sent);
            System.out.println("held test: seed=" + SEED + " kills=" + KILLS + " window=" + WINDOW + " " + held
                    + "; sent again by hand " + resent + ", then " + all);
            assertEquals(0, held.duplicates(), "sent twice before anybody asked for it");
            assertEquals("[]", all.lost().toString(), "lost");
            assertEquals("[]", all.invented().toString(), "invented");
            assertEquals("[]", all.altered().toString(), "altered");
            assertTrue(all.duplicates() <= resent, "more arrived twice than were sent again");
            assertTrue(resent > 0, "nothing was in doubt: the test shows nothing");
        }
    }

    private void startGateway() throws IOException {
        gateway = site.startGateway(
                WINDOW,
                "SMS_PROVIDER_SANDBOX_IN_DOUBT",
                "hold",
                "SMS_PROVIDER_SANDBOX_RESPONSE_TIMEOUT_MILLIS",
                "1000");
    }

    private DeliveryCount awaitUnchanged(SentJournal sent) throws Exception {
        DeliveryCount[] last = {count(sent)};
        await("an end of arrivals, see " + FOLDER)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> {
                    DeliveryCount before = last[0];
                    last[0] = count(sent);
                    return last[0].equals(before);
                });
        return last[0];
    }

    private DeliveryCount awaitNoneLost(SentJournal sent) throws Exception {
        await("what was sent again, see " + FOLDER)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    resendAll();
                    return count(sent).lost().isEmpty();
                });
        return awaitUnchanged(sent);
    }

    private DeliveryCount count(SentJournal sent) throws IOException {
        return DeliveryCount.of(sent.read(), site.smscJournal().read());
    }

    private void resendAll() throws Exception {
        ProcessBuilder command = ServerProcess.command("doubt", "resend", "--all");
        command.environment().put("SMS_DATA_DIR", FOLDER.resolve("data").toString());
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        Matcher count = QUEUED_AGAIN.matcher(output);
        resent += count.find() ? Integer.parseInt(count.group(1)) : 0;
    }
}
