package org.caravansms.queue;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.BytesMessage;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.SynchronizationAdapter;
import org.caravansms.jms.JmsBatchComponent;
import org.caravansms.jms.JmsBatchEndpoint;
import org.caravansms.jms.PackedMessages;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A batch that is received, and what its route makes of it: one transaction. */
class JmsBatchTransactedTest {

    @RegisterExtension
    static final EmbeddedBroker BROKER = new EmbeddedBroker();

    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void failedBatchShouldComeAgainWholeAndNothingOfItShouldBeSent() throws Exception {
        BROKER.put(List.of("a", "b", "c"));
        receive(batch -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("the database is down");
            }
        });
        await().until(() -> BROKER.texts(BROKER.queue() + ".next").equals(List.of("a", "b", "c")));
        assertEquals(3, tries.get());
        assertEquals(List.of(), BROKER.texts());
    }

    @Test
    void messageThatFailsItsBatchShouldTakeNoOtherWithIt() throws Exception {
        BROKER.put(List.of("a", "poison", "b"));
        receiveFrom(BROKER.queue(), "&retryAlone=true", batch -> {
            if (batches.get(batches.size() - 1).contains("poison")) {
                throw new IllegalStateException("it is poison");
            }
        });
        await().until(() -> sent().equals(List.of("a", "b")));
        assertEquals(List.of("poison"), dead("a", "poison", "b"));
        assertEquals(List.of(List.of("a", "poison", "b"), List.of("a"), List.of("poison")), batches.subList(0, 3));
    }

    @Test
    void requestThatFailsItsEnvelopeShouldTakeNoOtherWithIt() throws Exception {
        BROKER.put(envelope("c", "venom", "d"));
        receiveFrom(BROKER.queue(), "&retryAlone=true", batch -> {
            if (batches.get(batches.size() - 1).contains("venom")) {
                throw new IllegalStateException("it is poison");
            }
        });
        await().until(() -> sent().equals(List.of("c", "d")));
        assertEquals(List.of("venom"), dead("c", "venom", "d"));
        assertEquals(List.of(List.of("c", "venom", "d"), List.of("c"), List.of("venom")), batches.subList(0, 3));
    }

    private static Message envelope(String... texts) throws Exception {
        List<ICoreMessage> requests = new ArrayList<>();
        for (String text : texts) {
            TextMessage request = BROKER.client().createTextMessage(text);
            ((ActiveMQMessage) request).doBeforeSend();
            requests.add(((ActiveMQMessage) request).getCoreMessage());
        }
        BytesMessage envelope = BROKER.client().createBytesMessage();
        ActiveMQBuffer octets = PackedMessages.pack(requests, 1, "SmsRequests").getReadOnlyBodyBuffer();
        byte[] body = new byte[octets.readableBytes()];
        octets.readBytes(body);
        envelope.writeBytes(body);
        envelope.setIntProperty("SmsRequests", texts.length);
        return envelope;
    }

    @Test
    void unitOfWorkShouldEndWithTheCommit() throws Exception {
        BROKER.put(List.of("a"));
        List<String> seen = new CopyOnWriteArrayList<>();
        receive(batch -> batch.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onComplete(Exchange exchange) {
                seen.addAll(sent());
            }
        }));
        await().until(() -> seen.equals(List.of("a")));
    }

    @Test
    void messageThatIsSettledAsFailedShouldBeKeptAlone() throws Exception {
        BROKER.put(List.of("good", "bad"));
        receive(batch -> {
            for (Object each : batch.getMessage().getBody(List.class)) {
                Exchange message = (Exchange) each;
                if ("bad".equals(message.getMessage().getBody())) {
                    message.setException(new UnreadableMessageException("it is bad"));
                }
            }
        });
        await().until(() -> BROKER.texts(BROKER.queue() + ".dead").equals(List.of("bad")));
        assertEquals(List.of(), BROKER.texts());
    }

    /** Also after batches that failed more often than the broker redelivers; at a stop they are on their queue. */
    @Test
    void heldMessagesShouldBeInEachBatchUntilTheyAreSettled() throws Exception {
        BROKER.put(List.of("first", "held"));
        BROKER.receive("settlement.mayHold=true&restAfterPutBack=10", batch -> {
            List<Exchange> messages = exchanges(batch);
            batches.add(bodies(messages));
            boolean complete = bodies(messages).contains("last");
            messages.forEach(
                    message -> message.setProperty(MessageProperties.WAITS, !complete || "held".equals(body(message))));
            if (complete && tries.incrementAndGet() < 9) {
                throw new IllegalStateException("the database is down");
            }
        });
        await().until(() -> batches.size() > 2);
        BROKER.put(List.of("last"));
        await().until(() -> tries.get() == 9 && batches.get(batches.size() - 1).equals(List.of("held")));
        BROKER.camel().stop();
        assertEquals(List.of("held"), BROKER.texts());
    }

    private static List<String> bodies(List<Exchange> messages) {
        return messages.stream().map(JmsBatchTransactedTest::body).toList();
    }

    private static String body(Exchange message) {
        return message.getMessage().getBody(String.class);
    }

    @Test
    void barrierShouldReturnOnceWhatWasBeforeItIsSettled() throws Exception {
        JmsBatchComponent component = BROKER.camel().getComponent("jms-batch", JmsBatchComponent.class);
        StoreBarrier barrier =
                new StoreBarrier(EmbeddedBroker.connectionFactory(), component, "topic:sms.events", 5000);
        List<Event> stored = new CopyOnWriteArrayList<>();
        EventJson form = new EventJson(EventsInFull.NEVER);
        receiveFrom("sms.store", batch -> stored.addAll(form.readAll(exchanges(batch))));
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            events.add(Event.of(EventType.SUBMITTED, Instant.EPOCH.plusMillis(i), "m" + i, "north"));
        }
        BROKER.sender().sendBody("jms-batch:topic:sms.events", form.writeAll(events));
        assertTrue(barrier.await());
        assertEquals(events, stored);
        assertTrue(barrier.await());
    }

    @Test
    void barrierShouldReturnWhenItIsWhatFillsABatch() throws Exception {
        JmsBatchComponent component = BROKER.camel().getComponent("jms-batch", JmsBatchComponent.class);
        StoreBarrier barrier =
                new StoreBarrier(EmbeddedBroker.connectionFactory(), component, "topic:sms.events", 5000);
        receiveFrom("sms.store", "&batchSize=1", batch -> {});
        assertTrue(barrier.await());
    }

    @Test
    void barrierShouldGiveUpWhenTheStoreDoesNotMove() throws Exception {
        JmsBatchComponent component = BROKER.camel().getComponent("jms-batch", JmsBatchComponent.class);
        StoreBarrier barrier = new StoreBarrier(EmbeddedBroker.connectionFactory(), component, "topic:sms.events", 100);
        assertFalse(barrier.await());
    }

    @FunctionalInterface
    private interface Step {
        void take(Exchange batch) throws Exception;
    }

    private void receive(Step step) throws Exception {
        receiveFrom(BROKER.queue(), step);
    }

    private void receiveFrom(String queue, Step step) throws Exception {
        receiveFrom(queue, "", step);
    }

    private void receiveFrom(String queue, String more, Step step) throws Exception {
        BROKER.camel().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("jms-batch:" + queue + "?batchInterval=50&restAfterPutBack=10" + more)
                        .errorHandler(noErrorHandler())
                        .process(JmsBatchTransactedTest.this::texts)
                        .to("jms-batch:" + BROKER.queue() + ".next?sameTransaction=true")
                        .process(batch -> {
                            batch.getMessage().setBody(batch.getProperty(JmsBatchEndpoint.BATCH));
                            step.take(batch);
                        });
            }
        });
    }

    private void texts(Exchange batch) {
        batches.add(bodies(exchanges(batch)));
        batch.getMessage()
                .setBody(batches.get(batches.size() - 1).stream()
                        .map(text -> new QueuedText(text, Map.of()))
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private static List<Exchange> exchanges(Exchange batch) {
        return batch.getProperty(JmsBatchEndpoint.BATCH, List.class);
    }

    /** Marks of barriers that nobody waits for any more come there, too. */
    private static List<String> dead(String... own) throws Exception {
        return BROKER.texts("sms.dead").stream().filter(List.of(own)::contains).toList();
    }

    private static List<String> sent() {
        try {
            return BROKER.texts(BROKER.queue() + ".next");
        } catch (jakarta.jms.JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
