package org.caravansms.dispatch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.caravansms.message.Cancellations;
import org.caravansms.message.LateAnswers;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.PartProgress;
import org.caravansms.message.SmsMessage;
import org.caravansms.smpp.Address;
import org.caravansms.smpp.SubmitPart;
import org.caravansms.smpp.ValidityFormat;
import org.caravansms.smsc.NotSentException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets a turn, and when. */
class SubmitRateLimiterTest {

    @TempDir
    Path folder;

    private final AtomicBoolean running = new AtomicBoolean(true);
    private final List<Long> turns = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private InFlight inFlight;

    @BeforeEach
    void start() {
        inFlight = new InFlight(folder.resolve("in-flight"), new LateAnswers(), new Cancellations(message -> {}));
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void messageThatCameFirstShouldGoFirst() throws Exception {
        AtomicLong clock = new AtomicLong(System.nanoTime());
        AdaptiveRate rate = new AdaptiveRate(1000, clock::get);
        // throttled twice, it is so slow that all can come before the next turn
        rate.throttled(clock.get());
        rate.throttled(clock.incrementAndGet());
        SubmitRateLimiter pace = new SubmitRateLimiter(inFlight, rate, timer);
        acquire(pace, 0);
        for (long sequence : new long[] {5, 2, 4, 1, 3}) {
            start(pace, transit(sequence, MessageOptions.NONE));
        }
        clock.addAndGet(TimeUnit.MINUTES.toNanos(1));
        await().until(() -> turns.size() == 6);
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L), turns);
    }

    @Test
    void turnsShouldBeNoMoreThanTheRate() {
        SubmitRateLimiter pace = new SubmitRateLimiter(inFlight, new AdaptiveRate(100), timer);
        long begin = System.nanoTime();
        for (int i = 0; i < 31; i++) {
            acquire(pace, i);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        // a twentieth of a second may be caught up with
        assertTrue(seconds >= 0.25, "31 turns in " + seconds + " s");
    }

    @Test
    void stopShouldEndTheWaitAndNothingIsSent() {
        SubmitRateLimiter pace = new SubmitRateLimiter(inFlight, new AdaptiveRate(1), timer);
        acquire(pace, 0);
        acquire(pace, 1);
        running.set(false);
        assertThrows(NotSentException.class, () -> acquire(pace, 2));
        assertEquals(List.of(0L, 1L), turns);
    }

    @Test
    void messageThatExpiresWhileItWaitsShouldNotBeSent() {
        SubmitRateLimiter pace = new SubmitRateLimiter(inFlight, new AdaptiveRate(1), timer);
        acquire(pace, 0);
        acquire(pace, 1);
        MessageOptions options =
                new MessageOptions("", Instant.now().plusMillis(50), null, "", Map.of(), null, "", Map.of());
        InFlightMessage transit = transit(2, options);
        assertThrows(ExpiredException.class, () -> acquire(pace, transit));
    }

    @Test
    void throttledPartShouldComeBackSlowedDown() {
        AdaptiveRate rate = new AdaptiveRate(0);
        SubmitRateLimiter pace = new SubmitRateLimiter(inFlight, rate, timer);
        InFlightMessage transit = transit(1, MessageOptions.NONE);
        acquire(pace, transit);
        inFlight.begin(part(), transit);
        assertTrue(rate.isUnlimited());
        long begin = System.nanoTime();
        acquire(pace, transit);
        assertTrue(System.nanoTime() - begin >= 90_000_000, "the link did not rest");
        assertTrue(rate.perSecond() < 1000);
    }

    private void acquire(SubmitRateLimiter pace, long sequence) {
        acquire(pace, transit(sequence, MessageOptions.NONE));
    }

    /** Waits until the route would go on. */
    private void acquire(SubmitRateLimiter pace, InFlightMessage transit) {
        try {
            start(pace, transit).join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    private CompletableFuture<Void> start(SubmitRateLimiter pace, InFlightMessage transit) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.setProperty(InFlightMessage.PROPERTY, transit);
        exchange.setProperty("JmsBatchGoOn", (BooleanSupplier) running::get);
        CompletableFuture<Void> ended = new CompletableFuture<>();
        pace.process(exchange, doneSync -> end(exchange, transit, ended));
        return ended;
    }

    private void end(Exchange exchange, InFlightMessage transit, CompletableFuture<Void> ended) {
        if (exchange.getException() == null) {
            turns.add(transit.sequence);
            ended.complete(null);
        } else {
            ended.completeExceptionally(exchange.getException());
        }
    }

    private static SubmitPart part() {
        Address address = new Address((byte) 1, (byte) 1, "1");
        return new SubmitPart(
                1,
                1,
                address,
                address,
                "",
                (byte) 0,
                (byte) 0,
                (byte) 0,
                (byte) 0,
                null,
                ValidityFormat.NONE,
                new byte[0],
                Map.of(),
                Map.of());
    }

    private static InFlightMessage transit(long sequence, MessageOptions options) {
        SmsMessage message = new SmsMessage("id", "u", "1", "2", "SMS:TEXT", "x", "", Instant.now(), options);
        return new InFlightMessage(message, null, sequence, PartProgress.NONE);
    }
}
