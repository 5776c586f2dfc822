package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.FreePort;
import org.caravansms.simulator.SubmitAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a message is published in the transaction in which it happens. */
class EventsTest {

    private static final int ESME_RINVDSTADR = 0x0B;

    @TempDir
    Path data;

    @Test
    void messageShouldBeToldOfWhenAcceptedAndWhenSubmitted() throws Exception {
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = RunningGateway.start(data, smsc.port());
                SeenEvents seen = new SeenEvents()) {
            String answer = gateway.send("recipient=%2B36201234567&messagedata=" + "a".repeat(200));
            String id = answer.replaceAll("(?s).*<messageid>(.*)</messageid>.*", "$1");
            await().until(() -> !seen.of("submitted").isEmpty()); // a receipt may come at once
            JsonNode message = seen.of("accepted").get(0).get("message");
            assertEquals("+36201234567", message.get("recipient").asText());
            assertEquals("a".repeat(200), message.get("text").asText());
            assertEquals(id, seen.ids("accepted").get(0));
            JsonNode submitted = seen.of("submitted").get(0);
            assertEquals(id, submitted.get("id").asText());
            assertEquals("sandbox", submitted.get("provider").asText());
            assertEquals(
                    Set.of("1", "2"),
                    submitted.get("parts").properties().stream()
                            .map(part -> part.getKey())
                            .collect(Collectors.toSet()));
            assertFalse(submitted.has("message"));
        }
    }

    @Test
    void everyMessageOfLargeRequestsShouldBeToldOfOnce() throws Exception {
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = RunningGateway.start(data, smsc.port());
                SeenEvents seen = new SeenEvents()) {
            gateway.send(messages(3000));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> seen.of("submitted").size() >= 3000);
            assertEquals(3000, seen.ids("accepted").size());
            assertEquals(Set.copyOf(seen.ids("accepted")), Set.copyOf(seen.ids("submitted")));
            assertEquals(3000, Set.copyOf(seen.ids("submitted")).size());
            assertTrue(seen.documents().size() < 3000, "one JMS message for each event");
        }
    }

    @Test
    void messageWithReportUrlShouldBeToldOfInFull() throws Exception {
        try (TestSmsc smsc = TestSmsc.answering(submit -> SubmitAnswer.of(ESME_RINVDSTADR));
                RunningGateway gateway = RunningGateway.start(data, smsc.port());
                SeenEvents seen = new SeenEvents()) {
            gateway.send("recipient=%2B36201234567&messagedata=x&reporturl=http%3A%2F%2Fexample.com%2F");
            await().until(() -> seen.types().equals(List.of("accepted", "failed")));
            JsonNode failed = seen.of("failed").get(0);
            assertEquals("x", failed.get("message").get("text").asText());
            assertTrue(failed.get("reason").asText().contains("ESME_RINVDSTADR"));
            new Operator(data).ask("dead", "drop", "--all");
            await().until(() -> seen.types().size() == 3);
            assertEquals(seen.ids("accepted"), seen.ids("dropped"));
            assertTrue(seen.of("dropped").get(0).has("message"));
        }
    }

    @Test
    void settingShouldAttachTheMessageToEachEvent() throws Exception {
        try (TestSmsc smsc = TestSmsc.start();
                RunningGateway gateway = RunningGateway.start(data, smsc.port(), "SMS_EVENTS_ATTACH_MESSAGES", "true");
                SeenEvents seen = new SeenEvents()) {
            gateway.send("recipient=%2B36201234567&messagedata=attached");
            await().until(() -> !seen.of("submitted").isEmpty()); // a receipt may come at once
            JsonNode submitted = seen.of("submitted").get(0);
            assertEquals("attached", submitted.path("message").path("text").asText());
        }
    }

    @Test
    void messageThatExpiresInTheQueueShouldBeToldOfAndKept() throws Exception {
        try (RunningGateway gateway = RunningGateway.start(data, FreePort.next());
                Queues queues = new Queues();
                SeenEvents seen = new SeenEvents()) {
            queues.putExpiring(Queues.OUTBOUND, "rubbish", "a1");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> seen.ids("expired").equals(List.of("a1")));
            await().until(() -> queues.browse(Queues.DEAD).size() == 1);
            assertEquals("sms.outbound", queues.browse(Queues.DEAD).get(0).getStringProperty("SmsQueue"));
            String kept = new Operator(data).ask("dead", "list").text();
            assertTrue(kept.contains("expired in the queue"), kept);
            String again = new Operator(data).ask("dead", "resend", "a1").text();
            assertTrue(again.contains("and would again"), again);
        }
    }

    private static String messages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "&recipient" + i + "=%2B36201234" + i + "&messagedata" + i + "=text+" + i)
                .collect(Collectors.joining("", "messagecount=" + count, ""));
    }
}
