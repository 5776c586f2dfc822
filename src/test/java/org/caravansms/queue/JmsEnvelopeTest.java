package org.caravansms.queue;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.apache.camel.Processor;
import org.caravansms.jms.JmsBatchComponent;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Outcome;
import org.caravansms.message.PartProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several messages in one JMS message: each has its own way, and none is lost or sent again. */
class JmsEnvelopeTest {

    @RegisterExtension
    static final EmbeddedBroker BROKER = new EmbeddedBroker();

    private static final Outcome SENT = new Outcome.Sent(List.of("1"));
    private static final Outcome BACK = new Outcome.Requeue(PartProgress.NONE);
    private static final String ONCE = "window=2&restAfterPutBack=600000";

    private final SeenMessages seen = new SeenMessages();

    @Test
    void eachMessageShouldBeRoutedAndTheEnvelopeBeGone() throws Exception {
        put("a", "b", "c");
        put("d", "é");
        BROKER.receive("window=2&concurrentConsumers=2", settling(text -> SENT));
        await().until(() -> seen.committed().size() == 5);
        assertEquals(Set.of("a", "b", "c", "d", "é"), Set.copyOf(seen.texts()));
        assertEquals(List.of(), BROKER.browse(BROKER.queue()));
    }

    @Test
    void slowMessageShouldHoldOnlyItsEnvelopeUp() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        put("slow", "b");
        put("c", "d");
        BROKER.receive("window=2", settling(text -> text.equals("slow") ? after(answer) : SENT));
        await().until(() -> Set.copyOf(seen.committed()).equals(Set.of("c", "d")));
        answer.countDown();
        await().until(() -> seen.committed().size() == 4);
    }

    @Test
    void unsentMessagesShouldGoBackTogetherToTheHeadOfTheQueue() throws Exception {
        put("a", "b", "c", "d");
        BROKER.receive(ONCE, settling(text -> Set.of("b", "d").contains(text) ? BACK : SENT));
        await().until(() -> isAlone(List.of("b", "d")));
        Message back = BROKER.browse(BROKER.queue()).get(0);
        assertEquals(9, back.getJMSPriority());
        assertEquals(2, back.getIntProperty(MessageProperties.COUNT));
        assertEquals(4, back.getIntProperty(MessageProperties.PRIORITY));
    }

    @Test
    void envelopeOfWhichNothingWasSentShouldStayAsItIs() throws Exception {
        put("a", "b", "c");
        BROKER.receive(ONCE, settling(text -> BACK));
        await().until(() -> seen.uncommitted().size() >= 2 && isAlone(List.of("a", "b", "c")));
        assertEquals(4, BROKER.browse(BROKER.queue()).get(0).getJMSPriority());
    }

    @Test
    void messageThatWasSentInPartShouldGoBackAlone() throws Exception {
        PartProgress half = new PartProgress(7, new TreeMap<>(Map.of(1, "x")));
        put("a", "b");
        BROKER.receive(ONCE, settling(text -> text.equals("a") ? new Outcome.Requeue(half) : SENT));
        await().until(() -> BROKER.texts().equals(List.of("a")));
        Message alone = BROKER.browse(BROKER.queue()).get(0);
        assertEquals("7 1=x", alone.getStringProperty(MessageProperties.PARTS));
        assertEquals("id of a", alone.getStringProperty(MessageProperties.ID));
        assertEquals(4, alone.getIntProperty(MessageProperties.PRIORITY));
    }

    @Test
    void failedAndDoubtfulMessagesShouldLeaveTheirEnvelope() throws Exception {
        Outcome doubt = new Outcome.InDoubt("in doubt", Duration.ofSeconds(10), PartProgress.NONE);
        Outcome failed = new Outcome.Failed("no such number", PartProgress.NONE);
        put("doubtful", "b", "failed");
        String dead = BROKER.queue() + ".dead";
        BROKER.receive(
                "window=3&settlement.settledBy=acme",
                settling(text -> Map.of("doubtful", doubt, "failed", failed).getOrDefault(text, SENT)));
        await().until(() -> BROKER.texts(dead).equals(List.of("failed")));
        assertEquals("id of failed", BROKER.browse(dead).get(0).getStringProperty(MessageProperties.ID));
        Message doubtful = BROKER.browse(BROKER.queue() + ".doubt").get(0);
        assertEquals("doubtful", doubtful.getBody(String.class));
        assertEquals("id of doubtful", doubtful.getStringProperty(MessageProperties.ID));
        assertEquals("acme", doubtful.getStringProperty(MessageProperties.PROVIDER));
        assertEquals(List.of(), BROKER.browse(BROKER.queue()));
    }

    @Test
    void messageForASubscriberShouldMakeAReportWhereItsClientAskedForOneOnly() throws Exception {
        BROKER.camel()
                .getComponent("jms-batch", JmsBatchComponent.class)
                .setSettlement(() -> new OutcomeSettlement(new EventsInFull(false, () -> true)));
        String events = BROKER.queue() + ".events";
        Processor settling = settling(text -> SENT);
        BROKER.receive("window=2&settlement.events=" + events, exchange -> {
            if (exchange.getMessage().getBody(String.class).contains("asked")) {
                exchange.setProperty(MessageProperties.REPORT, true);
            }
            settling.process(exchange);
        });
        put("{}", "{}");
        await().until(() -> BROKER.browse(events).size() == 1);
        put("{\"asked\":1}", "{}");
        await().until(() -> BROKER.browse(events).size() == 2);
        List<Message> both = BROKER.browse(events);
        assertTrue(both.get(0).getBody(String.class).contains("\"message\":{}"));
        assertFalse(both.get(0).propertyExists(MessageProperties.REPORTS));
        assertTrue(both.get(1).getBooleanProperty(MessageProperties.REPORTS));
    }

    @Test
    void stopInTheMiddleOfAnEnvelopeShouldLeaveTheOthersOnTheQueue() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        put("a", "b", "c", "d");
        BROKER.receive("window=2", settling(text -> after(answer)));
        await().until(() -> seen.texts().size() == 2);
        Thread stop = new Thread(() -> BROKER.camel().stop());
        stop.start();
        await().until(() -> stop.getState() == Thread.State.TIMED_WAITING || stop.getState() == Thread.State.WAITING);
        answer.countDown();
        stop.join();
        assertEquals(Set.copyOf(seen.texts()), Set.copyOf(seen.committed()));
        assertTrue(isAlone(List.of("c", "d")), "the others are not on the queue");
    }

    private Processor settling(Function<String, Outcome> outcome) {
        Processor settling = seen.settling(outcome);
        return exchange -> {
            exchange.setProperty(
                    MessageProperties.ID, "id of " + exchange.getMessage().getBody());
            settling.process(exchange);
        };
    }

    private static void put(String... texts) throws JMSException {
        BytesMessage envelope = BROKER.client().createBytesMessage();
        envelope.writeBytes(String.join("\n", texts).getBytes(StandardCharsets.UTF_8));
        envelope.setIntProperty(MessageProperties.COUNT, texts.length);
        BROKER.put(envelope);
    }

    /** Whether the queue has nothing but one envelope of these. */
    private static boolean isAlone(List<String> texts) throws JMSException {
        List<Message> all = BROKER.browse(BROKER.queue());
        return all.size() == 1 && all.get(0) instanceof BytesMessage envelope && texts.equals(Envelope.texts(envelope));
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
