package org.caravansms.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.caravansms.jms.JmsBatchComponent;
import org.caravansms.jms.QueuedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code jms-batch} promises who sends: all of a list is on the queue, once, or the sender hears that nothing is. */
class JmsBatchSendTest {

    private static final int THREADS = 8;
    private static final int LISTS = 50;

    @RegisterExtension
    static final EmbeddedBroker BROKER = new EmbeddedBroker();

    @Test
    void listShouldBeOnTheQueueInItsOrderOnceTheSendReturns() throws JMSException {
        send(text("a"), text("b"), text("c"));
        assertEquals(List.of("a", "b", "c"), BROKER.texts());
    }

    @Test
    void noThreadShouldBeWokenToBringAMessageToTheBroker() {
        send(text("a"), text("b"), text("c"));
        assertEquals(
                List.of(),
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.contains("remoting-service"))
                        .toList());
    }

    /** An interrupted thread that writes a file closes it, and the journal is one. */
    @Test
    void interruptedSenderShouldNotHurtTheJournal() throws Exception {
        Thread sender = new Thread(JmsBatchSendTest::sendInterrupted);
        sender.start();
        sender.join();
        send(text("a"));
        assertTrue(BROKER.texts().contains("a"));
    }

    private static void sendInterrupted() {
        try (JMSContext own = EmbeddedBroker.connectionFactory().createContext(JMSContext.SESSION_TRANSACTED)) {
            Queue queue = own.createQueue(BROKER.queue());
            JMSProducer producer = own.createProducer().send(queue, "small");
            Thread.currentThread().interrupt();
            producer.send(queue, "small").send(queue, "large".repeat(100_000));
            own.commit();
        } catch (JMSRuntimeException e) {
            // nobody can say what became of the commit
        }
    }

    @Test
    void propertiesShouldTravelWithTheirMessage() throws JMSException {
        send(new QueuedText("a", Map.of("SmsId", "1")), new QueuedText("b", Map.of("SmsId", "2")));
        assertEquals("1", BROKER.browse(BROKER.queue()).get(0).getStringProperty("SmsId"));
        assertEquals("2", BROKER.browse(BROKER.queue()).get(1).getStringProperty("SmsId"));
    }

    @Test
    void messageThatCannotBeSentShouldKeepItsWholeListOffTheQueue() throws JMSException {
        CamelExecutionException failure =
                assertThrows(CamelExecutionException.class, () -> send(text("a"), text("b"), unsendable()));
        assertInstanceOf(JMSException.class, failure.getCause());
        assertEquals(List.of(), BROKER.texts());
    }

    @Test
    void sendAfterAFailedOneShouldWork() throws JMSException {
        assertThrows(CamelExecutionException.class, () -> send(text("a"), unsendable()));
        send(text("b"));
        assertEquals(List.of("b"), BROKER.texts());
    }

    @Test
    void deliveriesShouldGoOnAfterALargeListThatFailed() {
        BROKER.put(List.of("waits"));
        QueuedText[] large = Stream.concat(Stream.generate(() -> text("never")).limit(10_000), Stream.of(unsendable()))
                .toArray(QueuedText[]::new);
        assertThrows(CamelExecutionException.class, () -> send(large));
        try (JMSConsumer consumer =
                BROKER.client().createConsumer(BROKER.client().createQueue(BROKER.queue()))) {
            assertEquals("waits", consumer.receiveBody(String.class, 5000));
        }
    }

    @Test
    @Timeout(60)
    void threadShouldNotWaitForTheCommitOfItsLists() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        hold(begun, end);
        QueuedText[] large = Stream.generate(() -> text("large")).limit(5_000).toArray(QueuedText[]::new);
        try (AsyncProducer producer = producer()) {
            CompletableFuture<Exchange> first = begin(producer, large);
            begun.await();
            var others = List.of(begin(producer, text("a")), begin(producer, text("b")));
            assertFalse(first.isDone());
            end.countDown();
            assertNull(first.get().getException());
            assertNull(others.get(0).get().getException());
            assertNull(others.get(1).get().getException());
        }
        assertEquals(5_002, BROKER.texts().size());
    }

    /** Large transactions pause the queue's deliveries first. */
    private static void hold(CountDownLatch begun, CountDownLatch end) {
        BROKER.camel().getComponent("jms-batch", JmsBatchComponent.class).setHold(queue -> {
            begun.countDown();
            try {
                end.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return () -> {};
        });
    }

    private static AsyncProducer producer() throws Exception {
        AsyncProducer producer =
                BROKER.camel().getEndpoint("jms-batch:" + BROKER.queue()).createAsyncProducer();
        producer.start();
        return producer;
    }

    private static CompletableFuture<Exchange> begin(AsyncProducer producer, QueuedText... messages) {
        Exchange exchange = producer.getEndpoint().createExchange();
        exchange.getMessage().setBody(List.of(messages));
        return producer.processAsync(exchange);
    }

    @Test
    void emptyListShouldBeNoMessage() throws JMSException {
        send();
        assertEquals(List.of(), BROKER.texts());
    }

    @Test
    void concurrentSendersShouldAllGetThroughExactlyOnce() throws JMSException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CompletableFuture<?>[] senders = IntStream.range(0, THREADS)
                    .mapToObj(thread -> CompletableFuture.runAsync(() -> sendLists(thread), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(senders).join();
        } finally {
            threads.shutdown();
        }
        List<String> received = BROKER.texts();
        assertEquals(THREADS * LISTS * 2, received.size());
        assertEquals(sent(), Set.copyOf(received));
    }

    private static void sendLists(int thread) {
        for (int list = 0; list < LISTS; list++) {
            send(text(thread + "/" + list + "/first"), text(thread + "/" + list + "/second"));
        }
    }

    private static Set<String> sent() {
        return IntStream.range(0, THREADS)
                .boxed()
                .flatMap(thread -> IntStream.range(0, LISTS).mapToObj(list -> thread + "/" + list))
                .flatMap(list -> Stream.of(list + "/first", list + "/second"))
                .collect(Collectors.toSet());
    }

    private static void send(QueuedText... messages) {
        BROKER.sender().sendBody("jms-batch:" + BROKER.queue(), List.of(messages));
    }

    private static QueuedText text(String text) {
        return new QueuedText(text, Map.of());
    }

    /** JMS asks for a property's name to be a Java identifier. */
    private static QueuedText unsendable() {
        return new QueuedText("never", Map.of("no name", "x"));
    }
}
