package org.caravansms.queue;

import static org.awaitility.Awaitility.await;
import static org.caravansms.queue.SeenBatches.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.Message;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Outcome;
import org.caravansms.message.PartProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a message of a window is after its route has said what came of it. */
class JmsWindowOutcomeTest {

    @RegisterExtension
    static final EmbeddedBroker BROKER = new EmbeddedBroker();

    private static final Outcome SENT = new Outcome.Sent(List.of("1"));
    private static final Outcome BACK = new Outcome.Requeue(PartProgress.NONE);

    private final SeenMessages seen = new SeenMessages();

    @Test
    void messageForLaterShouldComeBackThenWithItsAttemptsCounted() throws Exception {
        Outcome later = new Outcome.Retry(Duration.ofMillis(400), "busy", true, PartProgress.NONE);
        BROKER.put(List.of("a"));
        BROKER.receive("window=1", seen.settling(text -> seen.texts().size() < 3 ? later : SENT));
        await().until(() -> seen.texts().size() == 3);
        assertEquals(Arrays.asList(null, 1, 2), seen.headers(MessageProperties.ATTEMPTS));
        assertTrue(seen.fromFirstToLast("a").toMillis() >= 2 * 390);
    }

    @Test
    void messageForLaterShouldHoldNobodyUp() throws Exception {
        Outcome later = new Outcome.Retry(Duration.ofMinutes(10), "busy", true, PartProgress.NONE);
        BROKER.put(numbers(3));
        BROKER.receive("window=1", seen.settling(text -> text.equals("0") ? later : SENT));
        await().until(() -> seen.texts().equals(numbers(3)));
    }

    @Test
    void failedMessageShouldLieOnTheDeadLetterQueueWithItsReason() throws Exception {
        Message message = BROKER.client().createTextMessage("a");
        message.setStringProperty("SmsId", "id of a");
        BROKER.put(message);
        BROKER.receive(
                "window=1&deadLetterQueue=sms.cemetery",
                seen.settling(text -> new Outcome.Failed("no such number", PartProgress.NONE)));
        await().until(() -> BROKER.texts("sms.cemetery").equals(List.of("a")));
        Message dead = BROKER.browse("sms.cemetery").get(0);
        assertEquals("no such number", dead.getStringProperty(MessageProperties.REASON));
        assertEquals("id of a", dead.getStringProperty("SmsId"));
        assertEquals(List.of(), BROKER.texts());
    }

    @Test
    void messagePutBackShouldBeReceivedAgainAfterTheRest() throws Exception {
        BROKER.put(numbers(3));
        BROKER.receive(
                "window=1&restAfterPutBack=300",
                seen.settling(text -> seen.texts().size() == 1 ? BACK : SENT));
        await().until(() ->
                seen.texts().size() == 4 && Set.copyOf(seen.committed()).equals(Set.copyOf(numbers(3))));
        // the neighbour may have been received while the message was settled, and nothing behind it
        assertTrue(seen.texts().lastIndexOf("0") < seen.texts().indexOf("2"), seen.texts()::toString);
        assertTrue(seen.fromFirstToLast("0").toMillis() >= 300);
    }

    @Test
    void neighboursShouldBeSettledEachByItself() throws Exception {
        Map<String, Outcome> outcomes = Map.of("0", SENT, "1", new Outcome.Failed("no", PartProgress.NONE), "2", BACK);
        BROKER.put(numbers(3));
        BROKER.receive("window=3&restAfterPutBack=600000", seen.settling(outcomes::get));
        await().until(() -> BROKER.texts().equals(List.of("2"))
                && BROKER.texts(BROKER.queue() + ".dead").equals(List.of("1")));
    }
}
