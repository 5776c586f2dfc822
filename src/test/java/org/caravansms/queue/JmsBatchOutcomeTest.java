package org.caravansms.queue;

import static org.awaitility.Awaitility.await;
import static org.caravansms.queue.SeenBatches.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.Message;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.caravansms.message.Outcome;
import org.caravansms.message.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a message of a batch is after the route has said what came of it. */
class JmsBatchOutcomeTest {

    @RegisterExtension
    static final EmbeddedBroker BROKER = new EmbeddedBroker();

    /** The first batch is the last one for the time of a test, once it puts a message back. */
    private static final String ONE_BATCH = "batchSize=3&batchInterval=10000&restAfterPutBack=600000";

    private static final Outcome SENT = new Outcome.Sent(List.of("1"));
    private static final Outcome BACK = new Outcome.PutBack(Progress.NONE);

    private final SeenBatches seen = new SeenBatches();

    @Test
    void sentMessagesShouldBeGone() throws Exception {
        BROKER.put(numbers(5));
        BROKER.receive("batchSize=2", seen.settling(text -> SENT));
        await().until(() -> seen.texts().size() == 5);
        BROKER.camel().stop();
        assertEquals(List.of(), BROKER.texts());
        assertEquals(numbers(5), seen.texts());
    }

    @Test
    void messagesPutBackShouldGoBeforeWhatWaitsBehindThem() throws Exception {
        BROKER.put(numbers(5));
        BROKER.receive(ONE_BATCH, seen.settling(text -> BACK));
        await().until(() -> seen.texts().equals(numbers(3)));
        await().until(() -> BROKER.texts().size() == 5);
        assertEquals(numbers(5), BROKER.texts());
        for (Message message : BROKER.browse(BROKER.queue())) {
            assertFalse(message.propertyExists(JmsBatchEndpoint.ATTEMPTS), "an attempt was counted");
            assertFalse(message.propertyExists(JmsBatchEndpoint.IN_DOUBT), "it was not in doubt");
        }
    }

    @Test
    void messagesPutBackShouldBeReceivedAgainAfterTheRest() throws Exception {
        BROKER.put(numbers(5));
        BROKER.receive("batchSize=3&restAfterPutBack=300", seen.settling(text -> seen.count() == 1 ? BACK : SENT));
        await().until(() -> seen.texts().size() == 8);
        assertEquals(List.of("0", "1", "2", "0", "1", "2", "3", "4"), seen.texts());
        assertTrue(seen.betweenTheFirstTwo().toMillis() >= 300);
    }

    @Test
    void messageForLaterShouldComeBackThenWithItsAttemptsCounted() throws Exception {
        Outcome later = new Outcome.Later(Duration.ofMillis(400), "busy", true, Progress.NONE);
        BROKER.put(List.of("a"));
        BROKER.receive("batchSize=1", seen.settling(text -> seen.count() < 3 ? later : SENT));
        await().until(() -> seen.count() == 3);
        assertEquals(Arrays.asList(null, 1, 2), seen.headers(JmsBatchEndpoint.ATTEMPTS));
        assertTrue(seen.betweenTheFirstTwo().toMillis() >= 390);
    }

    @Test
    void messageForLaterShouldHoldNobodyUp() throws Exception {
        Outcome later = new Outcome.Later(Duration.ofMinutes(10), "busy", true, Progress.NONE);
        BROKER.put(numbers(3));
        BROKER.receive("batchSize=1", seen.settling(text -> text.equals("0") ? later : SENT));
        await().until(() -> seen.texts().equals(numbers(3)));
    }

    @Test
    void failedMessageShouldLieOnTheDeadLetterQueueWithItsReason() throws Exception {
        Message message = BROKER.client().createTextMessage("a");
        message.setStringProperty("SmsId", "id of a");
        BROKER.put(message);
        BROKER.receive(
                "deadLetterQueue=sms.cemetery",
                seen.settling(text -> new Outcome.Failed("no such number", Progress.NONE)));
        await().until(() -> BROKER.texts("sms.cemetery").equals(List.of("a")));
        Message dead = BROKER.browse("sms.cemetery").get(0);
        assertEquals("no such number", dead.getStringProperty(JmsBatchEndpoint.REASON));
        assertEquals("id of a", dead.getStringProperty("SmsId"));
        assertEquals(List.of(), BROKER.texts());
    }

    @Test
    void neighboursShouldBeSettledEachByItself() throws Exception {
        Map<String, Outcome> outcomes = Map.of("0", SENT, "1", new Outcome.Failed("no", Progress.NONE), "2", BACK);
        BROKER.put(numbers(3));
        BROKER.receive(ONE_BATCH, seen.settling(outcomes::get));
        await().until(() -> BROKER.texts().equals(List.of("2")));
        assertEquals(List.of("1"), BROKER.texts(BROKER.queue() + ".dead"));
        assertEquals(List.of(3), seen.sizes());
    }

    @Test
    void routeThatThrowsShouldLeaveItsMessagesInDoubt() throws Exception {
        BROKER.put(numbers(3));
        BROKER.receive(ONE_BATCH, batch -> {
            throw new IllegalStateException("as the test asks");
        });
        await().until(() -> BROKER.texts(BROKER.queue() + ".doubt").equals(numbers(3)));
        for (Message message : BROKER.browse(BROKER.queue() + ".doubt")) {
            assertEquals(1, message.getIntProperty(JmsBatchEndpoint.IN_DOUBT));
        }
    }

    @Test
    void routeThatThrowsShouldSendNothingAgainThatWasSettled() throws Exception {
        BROKER.put(numbers(3));
        BROKER.receive(ONE_BATCH, batch -> {
            seen.note(batch).get(1).setProperty(JmsBatchEndpoint.OUTCOME, SENT);
            throw new IllegalStateException("as the test asks");
        });
        await().until(() -> BROKER.texts(BROKER.queue() + ".doubt").equals(List.of("0", "2")));
        assertEquals(List.of(), BROKER.texts());
    }
}
