package org.caravansms.queue;

import static org.awaitility.Awaitility.await;
import static org.caravansms.queue.SeenBatches.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.jms.Message;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When {@code jms-batch} takes messages, how many at a time, and what of them a route gets to see. */
class JmsBatchReceiveTest {

    @RegisterExtension
    static final EmbeddedBroker BROKER = new EmbeddedBroker();

    private static final Duration A_WHILE = Duration.ofMillis(500);

    private final SeenBatches seen = new SeenBatches();

    @Test
    void batchShouldNeverBeLargerThanItsSize() throws Exception {
        BROKER.put(numbers(240));
        BROKER.receive("batchSize=40&batchInterval=10000", seen::note);
        await().until(() -> seen.count() == 6);
        assertEquals(List.of(40, 40, 40, 40, 40, 40), seen.sizes());
        assertEquals(numbers(240), seen.texts());
    }

    @Test
    void longTextsShouldCompleteABatchToo() throws Exception {
        BROKER.put(numbers(30));
        BROKER.receive("batchSize=30&batchCharacters=10&batchInterval=10000", seen::note);
        await().until(() -> seen.texts().equals(numbers(30)));
        assertEquals(List.of(10, 5, 5, 5, 5), seen.sizes());
    }

    @Test
    void incompleteBatchShouldNotWaitForMore() throws Exception {
        BROKER.put(numbers(3));
        BROKER.receive("batchSize=1000", seen::note);
        await().until(() -> seen.texts().equals(numbers(3)));
    }

    @Test
    void severalConsumersShouldHaveTheSizeTogether() throws Exception {
        BROKER.put(numbers(40));
        BROKER.receive("batchSize=10&concurrentConsumers=2&batchInterval=100", seen::note);
        await().until(() -> seen.texts().size() == 40);
        assertEquals(5, seen.sizes().stream().mapToInt(size -> size).max().orElseThrow());
    }

    @Test
    void severalConsumersShouldWorkSideBySide() throws Exception {
        CountDownLatch busy = new CountDownLatch(2);
        BROKER.receive("batchSize=2&concurrentConsumers=2", batch -> {
            busy.countDown();
            busy.await();
            seen.note(batch);
        });
        await().until(() -> {
            BROKER.put(List.of("one more"));
            return busy.getCount() == 0;
        });
    }

    @Test
    void routeShouldSeeOurPropertiesOnly() throws Exception {
        Message message = BROKER.client().createTextMessage("a");
        message.setStringProperty("CamelFoo", "x");
        message.setStringProperty("CAmelSmppDestAddr", "x");
        message.setStringProperty("SmsId", "1");
        BROKER.put(message);
        BROKER.receive("", seen::note);
        await().until(() -> seen.headers("SmsId").equals(List.of("1")));
        assertNull(seen.headers("CamelFoo").get(0));
        assertNull(seen.headers("CAmelSmppDestAddr").get(0));
    }

    @Test
    void nothingShouldBeTakenWhileTheGateIsClosed() throws Exception {
        AtomicBoolean open = gate(false);
        BROKER.put(numbers(10));
        BROKER.receive("receiveWhile=#gate", seen::note);
        await().during(A_WHILE).until(() -> BROKER.texts().equals(numbers(10)) && seen.count() == 0);
        open.set(true);
        await().until(() -> seen.texts().equals(numbers(10)));
    }

    @Test
    void whatWasFetchedAheadShouldBeGivenBackWhenTheGateCloses() throws Exception {
        AtomicBoolean open = gate(true);
        BROKER.put(numbers(10));
        BROKER.receive("batchSize=2&batchInterval=10000&receiveWhile=#gate", batch -> {
            open.set(false);
            seen.note(batch);
        });
        await().until(() -> BROKER.texts().equals(numbers(10).subList(2, 10)));
        assertEquals(numbers(2), seen.texts());
    }

    @Test
    void stopShouldWaitForTheBatchAndCommitIt() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        BROKER.put(numbers(5));
        BROKER.receive("batchSize=2&batchInterval=10000", batch -> {
            seen.note(batch);
            answered.await();
        });
        await().until(() -> seen.count() == 1);
        CompletableFuture<Void> stop =
                CompletableFuture.runAsync(BROKER.camel().getRoute("receive").getConsumer()::stop);
        await().during(A_WHILE).until(() -> !stop.isDone());
        answered.countDown();
        stop.get(10, TimeUnit.SECONDS);
        assertEquals(numbers(5).subList(2, 5), BROKER.texts());
        assertEquals(numbers(2), seen.texts());
    }

    @Test
    void stopShouldNotWaitForMoreMessages() throws Exception {
        BROKER.put(numbers(1));
        BROKER.receive("batchSize=2&batchInterval=50000", seen::note);
        await().until(() -> BROKER.texts().isEmpty());
        CompletableFuture<Void> stop =
                CompletableFuture.runAsync(BROKER.camel().getRoute("receive").getConsumer()::stop);
        stop.get(10, TimeUnit.SECONDS);
        assertEquals(numbers(1), seen.count() > 0 ? seen.texts() : BROKER.texts());
    }

    private AtomicBoolean gate(boolean open) {
        AtomicBoolean gate = new AtomicBoolean(open);
        BooleanSupplier supplier = gate::get;
        BROKER.camel().getRegistry().bind("gate", supplier);
        return gate;
    }
}
