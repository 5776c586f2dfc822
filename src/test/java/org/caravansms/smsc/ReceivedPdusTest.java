package org.caravansms.smsc;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.caravansms.message.SmscPdu;
import org.junit.jupiter.api.Test;

class ReceivedPdusTest {

    private final ReceivedPdus backlog = new ReceivedPdus(3, 100);

    @Test
    void fullBacklogShouldHaveItsReaderWaitForRoom() throws Exception {
        assertWaitsForRoom(1, 1, 1, 1);
    }

    @Test
    void fewLargePdusShouldFillItToo() throws Exception {
        assertWaitsForRoom(99, 99, 1);
    }

    @Test
    void pduThatIsLargerThanTheBacklogShouldPass() throws Exception {
        backlog.add(pdu(1000));
        assertEquals(1, backlog.take(10).size());
    }

    @Test
    void closedBacklogShouldReleaseItsReaderAndStillBeTaken() throws Exception {
        CompletableFuture<Void> reader = addAll(1, 2, 3, 4);
        await().until(() -> waits());
        backlog.close();
        reader.get(5, TimeUnit.SECONDS);
        assertEquals(
                List.of(1, 2, 3),
                backlog.take(10).stream().map(pdu -> pdu.octets().length).toList());
        assertEquals(List.of(), backlog.take(10));
    }

    @Test
    void whatIsInHandShouldNotBeDone() throws Exception {
        backlog.add(pdu(1));
        backlog.take(1);
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> quietly(() -> backlog.awaitDone(60_000)));
        await().during(100, TimeUnit.MILLISECONDS).until(() -> !done.isDone());
        CompletableFuture<Void> next = CompletableFuture.runAsync(() -> quietly(() -> backlog.take(1)));
        done.get(5, TimeUnit.SECONDS);
        assertFalse(next.isDone());
        backlog.close();
    }

    private void assertWaitsForRoom(int... lengths) throws Exception {
        CompletableFuture<Void> reader = addAll(lengths);
        await().until(() -> waits());
        assertFalse(reader.isDone());
        assertEquals(lengths[0], backlog.take(1).get(0).octets().length);
        reader.get(5, TimeUnit.SECONDS);
        assertEquals(lengths.length - 1, backlog.take(10).size());
        assertTrue(reader.isDone());
    }

    private volatile Thread thread;

    private boolean waits() {
        return thread != null && thread.getState() == Thread.State.WAITING;
    }

    private CompletableFuture<Void> addAll(int... lengths) {
        return CompletableFuture.runAsync(() -> quietly(() -> {
            thread = Thread.currentThread();
            for (int length : lengths) {
                backlog.add(pdu(length));
            }
        }));
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static void quietly(Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SmscPdu pdu(int octets) {
        return new SmscPdu("acme", 1, Instant.EPOCH, new byte[octets]);
    }
}
