package org.caravansms.queue;

import static org.awaitility.Awaitility.await;
import static org.caravansms.queue.SeenBatches.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Outcome;
import org.caravansms.message.PartProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A consumer with a window: how many messages are under way, and where each is after the route has settled it. */
class JmsWindowTest {

    @RegisterExtension
    static final EmbeddedBroker BROKER = new EmbeddedBroker();

    private static final Outcome SENT = new Outcome.Sent(List.of("1"));
    private static final Outcome BACK = new Outcome.Requeue(PartProgress.NONE);
    private static final String ONCE = "window=1&restAfterPutBack=600000";

    private final SeenMessages seen = new SeenMessages();

    @Test
    void sentMessagesShouldBeGone() throws Exception {
        BROKER.put(numbers(500));
        BROKER.receive("window=10&concurrentConsumers=2", seen.settling(text -> SENT));
        await().until(() -> seen.committed().size() == 500);
        BROKER.camel().stop();
        assertEquals(List.of(), BROKER.texts());
        assertEquals(Set.copyOf(numbers(500)), Set.copyOf(seen.texts()));
        assertEquals(500, seen.texts().size());
    }

    @Test
    void slowMessageShouldHoldNobodyUp() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        BROKER.put(numbers(50));
        BROKER.receive("window=2", seen.settling(text -> text.equals("0") ? after(answer) : SENT));
        await().until(() -> seen.committed().size() == 49);
        assertFalse(seen.committed().contains("0"), "it was settled before its outcome was known");
        answer.countDown();
        await().until(() -> seen.committed().contains("0"));
    }

    @Test
    void windowShouldBeTheMostUnderWay() throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(7);
        BROKER.put(numbers(60));
        BROKER.receive("window=7&concurrentConsumers=2", seen.settling(text -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            full.countDown();
            after(full);
            underWay.decrementAndGet();
            return SENT;
        }));
        await().until(() -> seen.committed().size() == 60);
        assertEquals(7, most.get());
    }

    @Test
    void severalQueuesShouldShareTheWindow() throws Exception {
        BROKER.put(numbers(3));
        String other = BROKER.queue() + ".other";
        BROKER.client().createProducer().send(BROKER.client().createQueue(other), "a");
        BROKER.receiveFrom(BROKER.queue() + "," + other, "window=1", seen.settling(text -> SENT));
        await().until(() -> Set.copyOf(seen.committed()).equals(Set.of("0", "1", "2", "a")));
    }

    @Test
    void messagePutBackShouldKeepItsPlaceAndItsForm() throws Exception {
        BROKER.put(numbers(5));
        BROKER.receive(ONCE, seen.settling(text -> text.equals("1") ? BACK : SENT));
        await().until(() -> BROKER.texts().size() == 4
                || seen.texts().contains("2") && BROKER.texts().size() == 3);
        assertEquals("1", BROKER.texts().get(0));
        Message message = BROKER.browse(BROKER.queue()).get(0);
        assertFalse(message.propertyExists(MessageProperties.ATTEMPTS), "an attempt was counted");
        assertFalse(message.propertyExists(MessageProperties.IN_DOUBT), "it was not in doubt");
        assertEquals(4, message.getJMSPriority());
    }

    @Test
    void progressShouldTravelWithTheMessage() throws Exception {
        PartProgress half = new PartProgress(7, new TreeMap<>(Map.of(1, "a", 2, "b")));
        BROKER.put(numbers(3));
        BROKER.receive(ONCE, seen.settling(text -> text.equals("0") ? new Outcome.Requeue(half) : SENT));
        await().until(() -> seen.texts().size() >= 1 && !BROKER.texts().isEmpty());
        await().until(() -> BROKER.browse(BROKER.queue()).get(0).getJMSPriority() == 9);
        Message first = BROKER.browse(BROKER.queue()).get(0);
        assertEquals("7 1=a 2=b", first.getStringProperty(MessageProperties.PARTS));
        assertEquals(4, first.getIntProperty(MessageProperties.PRIORITY));
        assertEquals(half, PartProgress.of(first.getStringProperty(MessageProperties.PARTS)));
    }

    @Test
    void messageInDoubtShouldRestLongerEachTimeUntilAPersonDecides() throws Exception {
        for (int doubts = 0; doubts < 4; doubts++) {
            put("a" + doubts, MessageProperties.IN_DOUBT, doubts);
        }
        Outcome inDoubt = new Outcome.InDoubt("in doubt", Duration.ofSeconds(10), PartProgress.NONE);
        BROKER.receive("window=1&settlement.settledBy=acme&settlement.doubtAttempts=3", seen.settling(text -> inDoubt));
        await().until(() -> seen.committed().size() == 4);
        List<Message> resting = BROKER.browse(BROKER.queue() + ".doubt");
        List<Object> rests = new ArrayList<>();
        for (Message message : resting) {
            rests.add(message.getObjectProperty(MessageProperties.REST));
        }
        assertEquals(Arrays.asList(10_000L, 20_000L, null, null), rests);
        Message first = resting.get(0);
        assertEquals(1, first.getIntProperty(MessageProperties.IN_DOUBT));
        assertEquals(4, resting.get(3).getIntProperty(MessageProperties.IN_DOUBT));
        assertEquals("in doubt", first.getStringProperty(MessageProperties.REASON));
        assertEquals(BROKER.queue(), first.getStringProperty(MessageProperties.QUEUE));
        assertEquals("acme", first.getStringProperty(MessageProperties.PROVIDER));
        assertTrue(first.propertyExists(MessageProperties.SINCE));
    }

    private static void put(String text, String property, int value) throws JMSException {
        Message message = BROKER.client().createTextMessage(text);
        message.setIntProperty(property, value);
        BROKER.client().createProducer().send(BROKER.client().createQueue(BROKER.queue()), message);
    }

    @Test
    void messageThatMayNotExpireYetShouldKeepItsEndWhenItComesLater() throws Exception {
        BROKER.client()
                .createProducer()
                .setTimeToLive(600_000)
                .send(BROKER.client().createQueue(BROKER.queue()), "a");
        long end = BROKER.browse(BROKER.queue()).get(0).getJMSExpiration();
        Outcome later = new Outcome.Retry(Duration.ofMillis(1), "busy", true, PartProgress.NONE);
        BROKER.receive(ONCE, seen.settling(text -> seen.texts().size() == 1 ? later : BACK));
        await().until(() -> seen.texts().size() == 2 && BROKER.texts().size() == 1);
        long now = BROKER.browse(BROKER.queue()).get(0).getJMSExpiration();
        assertTrue(Math.abs(now - end) < 1000, "its end moved by " + (now - end) + " ms");
    }

    @Test
    void routeThatThrowsShouldLeaveItsMessageInDoubt() throws Exception {
        BROKER.put(List.of("a"));
        BROKER.receive(ONCE, message -> {
            throw new IllegalStateException("as the test asks");
        });
        await().until(() -> BROKER.browse(BROKER.queue() + ".doubt").stream().anyMatch(JmsWindowTest::isInDoubt));
    }

    @Test
    void stopShouldWaitForWhatIsUnderWayAndTakeNothingMore() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        BROKER.put(numbers(20));
        BROKER.receive("window=2", seen.settling(text -> after(answer)));
        await().until(() -> seen.texts().size() == 2);
        Thread stop = new Thread(() -> BROKER.camel().stop());
        stop.start();
        await().until(() -> stop.getState() == Thread.State.TIMED_WAITING || stop.getState() == Thread.State.WAITING);
        answer.countDown();
        stop.join();
        int taken = seen.texts().size();
        assertTrue(taken <= 4, taken + " were taken");
        assertEquals(taken, seen.committed().size());
        assertEquals(20 - taken, BROKER.texts().size());
    }

    private static boolean isInDoubt(Message message) {
        try {
            return message.propertyExists(MessageProperties.IN_DOUBT)
                    && message.getIntProperty(MessageProperties.IN_DOUBT) == 1;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome after(CountDownLatch answer) {
        try {
            answer.await();
            return SENT;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
