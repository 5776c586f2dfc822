package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.caravansms.gateway.Operator.Answered;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator stops a part of the gateway for a while, and asks what would become of a message. */
class ControlTest {

    private static final int ESME_RMSGQFUL = 0x14;
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    private static TestSmsc smsc;
    private static RunningGateway gateway;
    private static Operator operator;

    @BeforeAll
    static void start() throws Exception {
        smsc = TestSmsc.start();
        gateway = RunningGateway.start(data, smsc.port());
        operator = new Operator(data);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        smsc.close();
    }

    @AfterEach
    void resumeAll() {
        List.of("sandbox", "sms.outbound", "sms.submit").forEach(name -> operator.ask("resume", name));
        operator.ask("resume");
    }

    @Test
    void pausedProviderAndQueueShouldSendNothingUntilBothAreResumedAlsoAfterARestart() throws Exception {
        pause("sandbox", "it stays bound");
        List<String> texts = IntStream.range(0, 20).mapToObj(i -> "paused " + i).toList();
        texts.forEach(ControlTest::send);
        awaitStays("paused");
        pause("sms.outbound", "nothing is sent from it");
        resume("sandbox");
        awaitStays("paused");
        pause("sandbox", "it stays bound");
        gateway.close();
        gateway = RunningGateway.start(data, smsc.port());
        String status = operator.ask("status").text();
        assertTrue(status.contains("paused: sandbox since") && status.contains("paused: sms.outbound since"), status);
        await().atMost(LONG).untilAsserted(() -> {
            String waits = explained("+36201234567");
            assertTrue(waits.contains("the queue sms.outbound is paused since"), waits);
            assertTrue(waits.contains("the provider sandbox is paused since"), waits);
        });
        resume("sms.outbound");
        awaitStays("paused");
        resume("sandbox");
        await().atMost(LONG).until(() -> sent("paused").size() == texts.size());
        assertEquals(Set.copyOf(texts), Set.copyOf(sent("paused")));
    }

    private static void pause(String name, String meaning) {
        Answered paused = operator.ask("pause", name);
        assertEquals(0, paused.exitCode(), paused::text);
        assertTrue(paused.text().startsWith(name + " is paused: " + meaning), paused::text);
    }

    private static void resume(String name) {
        assertEquals(new Answered(0, name + " is resumed\n"), operator.ask("resume", name));
    }

    private static void awaitStays(String name) {
        await().during(Duration.ofMillis(600)).atMost(LONG).until(() -> sent(name)
                .isEmpty());
    }

    private static List<String> sent(String begin) {
        return smsc.texts().stream()
                .filter(text -> text.startsWith(begin + " "))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pause | caravan pause takes the name of one provider or queue",
                "pause nobody | There is no provider and no queue of messages to be sent named nobody. Providers: sandbox.",
                "pause sms.outbound.dead | There is no provider and no queue of messages to be sent named",
                "resume sandbox | sandbox is not paused. Paused: none",
                "drain now | drain takes --deadline DURATION, --stop only",
                "drain --deadline soon | soon is no length of time: 30s, 10m, 2h and 7d are"
            })
    void wrongUseShouldSayWhatIsRight(String words, String fault) {
        Answered answered = operator.ask(words.split(" "));
        assertEquals(2, answered.exitCode(), answered::text);
        assertTrue(answered.text().startsWith(fault), answered::text);
    }

    @Test
    void drainedGatewayShouldRefuseWhatIsNewAndSendWhatIsOld() throws Exception {
        operator.ask("pause", "sandbox");
        send("old");
        CompletableFuture<Answered> drained = CompletableFuture.supplyAsync(() -> operator.ask("drain"));
        await().atMost(LONG).until(() -> operator.ask("status").text().contains("draining"));
        String refused = gateway.send("recipient=%2B36201234567&messagedata=new");
        assertTrue(refused.contains("<errorcode>20</errorcode>") && refused.contains("drained"), refused);
        try (Esme esme = Esme.bound(gateway.smppPort())) {
            NegativeResponseException no =
                    assertThrows(NegativeResponseException.class, () -> esme.submit("new over SMPP"));
            assertEquals(ESME_RMSGQFUL, no.getCommandStatus());
        }
        try (Queues queues = new Queues()) {
            queues.put("sms.submit", "{\"to\":\"+36201234567\",\"text\":\"from the queue\"}");
            operator.ask("resume", "sandbox");
            Answered done = drained.get();
            assertEquals(0, done.exitCode(), done::text);
            assertTrue(done.text().contains("1 left to be sent\n"), done::text);
            assertTrue(done.text().contains("Nothing is left to be sent"), done::text);
            await().atMost(LONG).until(() -> smsc.texts().contains("old"));
            assertEquals(1, queues.browse("sms.submit").size());
        }
        assertTrue(smsc.texts().stream().noneMatch(text -> text.startsWith("new")), smsc.texts()::toString);
        assertTrue(operator.ask("resume").text().startsWith("New messages are accepted again"));
        await().atMost(LONG).until(() -> smsc.texts().contains("from the queue"));
    }

    @Test
    void drainShouldEndAtItsDeadlineAndSayWhatIsLeft() {
        operator.ask("pause", "sandbox");
        send("late");
        Answered late = operator.ask("drain", "--deadline", "1s");
        assertEquals(1, late.exitCode(), late::text);
        assertTrue(late.text().contains("1 left to be sent at the deadline; paused: sandbox"), late::text);
        assertTrue(explained("+36201234567").contains("drained"), () -> explained("+36201234567"));
        assertEquals(new Answered(0, "New messages are accepted\n"), operator.ask("drain", "--stop"));
        send("after the drain");
        operator.ask("resume", "sandbox");
        await().atMost(LONG).until(() -> smsc.texts().contains("after the drain"));
    }

    @Test
    void messageThatWaitsShouldBeExplainedByItsId() {
        operator.ask("pause", "sandbox");
        send("first");
        String id = gateway.send("recipient=%2B36201234567&messagedata=second")
                .replaceAll("(?s).*<messageid>|</messageid>.*", "");
        await().atMost(LONG).untilAsserted(() -> {
            String waits = operator.ask("explain", id).text();
            assertTrue(waits.contains("the provider sandbox is paused since"), waits);
            assertTrue(waits.contains("1 message before it on the queue"), waits);
        });
        String json = operator.ask("explain", id, "--json").text();
        assertTrue(json.contains("\"queue\":\"sms.outbound\"") && json.contains("\"ahead\":1"), json);
        operator.ask("resume", "sandbox");
        await().atMost(LONG)
                .until(() -> operator.ask("explain", id).text().contains("nothing: it is done")
                        || operator.ask("explain", id).text().contains("a receipt"));
        String unknown = (id.startsWith("0") ? "1" : "0") + id.substring(1);
        assertEquals(1, operator.ask("explain", unknown).exitCode());
    }

    /** Its reader waits for the next message when the queue is paused. */
    @Test
    void firstMessageAfterAPauseOfAnIdleQueueShouldStayOnIt() throws Exception {
        pause("sms.submit", "nothing is sent from it");
        try (Queues queues = new Queues()) {
            queues.put("sms.submit", "{\"to\":\"+36201234567\",\"text\":\"after the pause\"}");
            await().during(Duration.ofSeconds(2))
                    .atMost(LONG)
                    .until(() -> queues.browse("sms.submit").size() == 1);
        }
        resume("sms.submit");
        await().atMost(LONG).until(() -> smsc.texts().contains("after the pause"));
    }

    private static String explained(String to) {
        return operator.ask("explain", to, "Hello").text();
    }

    private static void send(String text) {
        String answer = gateway.send("recipient=%2B36201234567&messagedata=" + text.replace(" ", "%20"));
        assertTrue(answer.contains("accepted for delivery"), answer);
    }
}
