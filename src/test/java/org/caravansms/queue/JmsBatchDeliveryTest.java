package org.caravansms.queue;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.caravansms.jms.JmsBatchComponent;
import org.caravansms.jms.JmsDelivery;
import org.caravansms.jms.QueuedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where and when {@code jms-batch} has a message delivered that says so. */
class JmsBatchDeliveryTest {

    private static final Instant NOW = Instant.now();

    @RegisterExtension
    static final EmbeddedBroker BROKER = new EmbeddedBroker();

    @Test
    void messageShouldGoToTheQueueThatItNames() throws JMSException {
        send(text("a", to(null)), text("b", to("first")), text("c", to("second")), text("d", to("first")));
        assertEquals(List.of("a"), BROKER.texts());
        assertEquals(List.of("b", "d"), texts("first"));
        assertEquals(List.of("c"), texts("second"));
    }

    @Test
    void failureShouldKeepAllQueuesEmpty() throws JMSException {
        QueuedText unsendable = new QueuedText("never", Map.of("no name", "x"));
        assertThrows(
                CamelExecutionException.class, () -> send(text("a", to(null)), text("b", to("first")), unsendable));
        assertEquals(List.of(), BROKER.texts());
        assertEquals(List.of(), texts("first"));
    }

    @Test
    void scheduledMessageShouldNotDelayItsNeighbours() throws JMSException {
        Instant soon = Instant.now().plusSeconds(2);
        send(text("later", new JmsDelivery(null, 4, soon, null)), text("now", to(null)));
        assertEquals(List.of("now"), BROKER.texts());
        await().atMost(Duration.ofSeconds(10)).until(() -> BROKER.texts().contains("later"));
        assertFalse(Instant.now().isBefore(soon), "it came before its time");
    }

    @Test
    void priorityShouldGoBeforeTheOrderOfSending() throws JMSException {
        send(
                text("low", new JmsDelivery(null, 0, null, null)),
                text("usual", to(null)),
                text("high", new JmsDelivery(null, 9, null, null)),
                text("usual too", to(null)));
        assertEquals(List.of("high", "usual", "usual too", "low"), BROKER.texts());
    }

    @Test
    void validityShouldBeAbsolute() throws JMSException {
        Instant until = NOW.plus(Duration.ofHours(1));
        send(text("a", new JmsDelivery(null, 4, null, until)), text("b", to(null)));
        List<Message> messages = BROKER.browse(BROKER.queue());
        assertTrue(Math.abs(until.toEpochMilli() - messages.get(0).getJMSExpiration()) < 50);
        assertEquals(0, messages.get(1).getJMSExpiration());
    }

    @Test
    void messageWhoseValidityIsOverShouldNotLiveForEver() throws JMSException {
        send(text("late", new JmsDelivery(null, 4, null, NOW.minusSeconds(5))));
        await().until(() -> BROKER.texts().isEmpty());
    }

    @Test
    void copyShouldBeDeliveredAtOnceAndKeep() throws JMSException {
        JmsDelivery delivery = new JmsDelivery(null, 9, NOW.plusSeconds(3600), NOW.plusSeconds(7200));
        send(new QueuedText("a", Map.of(), delivery, BROKER.queue() + ".copies"));
        assertEquals(List.of(), BROKER.texts());
        Message copy = BROKER.browse(BROKER.queue() + ".copies").get(0);
        assertEquals(0, copy.getJMSExpiration());
        assertEquals(4, copy.getJMSPriority());
    }

    @Test
    void deadLettersShouldNotExpire() throws JMSException {
        for (String queue : List.of("sms.outbound.dead", "sms.outbound.doubt")) {
            send(text("kept", new JmsDelivery(queue, 4, null, NOW.plusSeconds(3600))));
            assertEquals(0, BROKER.browse(queue).get(0).getJMSExpiration());
        }
    }

    @Test
    void eachQueueOfALargeListShouldBeHeldUntilTheCommit() throws JMSException {
        List<String> calls = new ArrayList<>();
        BROKER.camel().getComponent("jms-batch", JmsBatchComponent.class).setHold(queue -> {
            calls.add("hold " + queue);
            return () -> calls.add("go on " + queue);
        });
        send(large(9_999));
        assertEquals(List.of(), calls);
        send(large(10_000));
        List<String> queues = List.of(BROKER.queue() + ".copies", BROKER.queue(), BROKER.queue() + ".first");
        assertEquals(queues.stream().map(queue -> "hold " + queue).toList(), calls.subList(0, 3));
        assertEquals(
                queues.stream().map(queue -> "go on " + queue).sorted().toList(),
                calls.subList(3, calls.size()).stream().sorted().toList());
    }

    private static QueuedText[] large(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new QueuedText("x", Map.of(), i % 2 == 0 ? to(null) : to("first"), BROKER.queue() + ".copies"))
                .toArray(QueuedText[]::new);
    }

    private static QueuedText text(String body, JmsDelivery delivery) {
        return new QueuedText(body, Map.of(), delivery, null);
    }

    private static JmsDelivery to(String name) {
        return name == null ? JmsDelivery.USUAL : new JmsDelivery(BROKER.queue() + "." + name, 4, null, null);
    }

    private static void send(QueuedText... messages) {
        BROKER.sender().sendBody("jms-batch:" + BROKER.queue(), List.of(messages));
    }

    private static List<String> texts(String name) throws JMSException {
        return BROKER.texts(BROKER.queue() + "." + name);
    }
}
