package org.caravansms.dispatch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.caravansms.message.LateAnswers;
import org.caravansms.message.Options;
import org.caravansms.message.Progress;
import org.caravansms.message.SmsMessage;
import org.caravansms.smpp.Address;
import org.caravansms.smpp.SubmitPart;
import org.caravansms.smpp.ValidityForm;
import org.caravansms.smsc.NotSentException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets a turn, and when. */
class PaceTest {

    @TempDir
    Path folder;

    private final AtomicBoolean running = new AtomicBoolean(true);
    private final List<Long> turns = new CopyOnWriteArrayList<>();
    private InFlight inFlight;

    @BeforeEach
    void start() {
        inFlight = new InFlight(folder.resolve("in-flight"), new LateAnswers());
    }

    @Test
    void messageThatCameFirstShouldGoFirst() throws Exception {
        AtomicLong clock = new AtomicLong(System.nanoTime());
        Rate rate = new Rate(1000, clock::get);
        // throttled twice, it is so slow that all can come before the next turn
        rate.throttled(clock.get());
        rate.throttled(clock.incrementAndGet());
        Pace pace = new Pace(inFlight, rate);
        takeTurn(pace, 0);
        List<Thread> waiting = new ArrayList<>();
        for (long sequence : new long[] {5, 2, 4, 1, 3}) {
            waiting.add(startTurn(pace, sequence));
        }
        for (Thread thread : waiting) {
            await().until(() -> thread.getState() == Thread.State.TIMED_WAITING || !thread.isAlive());
        }
        clock.addAndGet(TimeUnit.MINUTES.toNanos(1));
        await().until(() -> turns.size() == 6);
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L), turns);
    }

    @Test
    void turnsShouldBeNoMoreThanTheRate() {
        Pace pace = new Pace(inFlight, new Rate(100));
        long begin = System.nanoTime();
        for (int i = 0; i < 31; i++) {
            takeTurn(pace, i);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        // a twentieth of a second may be caught up with
        assertTrue(seconds >= 0.25, "31 turns in " + seconds + " s");
    }

    @Test
    void stopShouldEndTheWaitAndNothingIsSent() {
        Pace pace = new Pace(inFlight, new Rate(1));
        takeTurn(pace, 0);
        takeTurn(pace, 1);
        running.set(false);
        assertThrows(NotSentException.class, () -> takeTurn(pace, 2));
        assertEquals(List.of(0L, 1L), turns);
    }

    @Test
    void messageThatExpiresWhileItWaitsShouldNotBeSent() {
        Pace pace = new Pace(inFlight, new Rate(1));
        takeTurn(pace, 0);
        takeTurn(pace, 1);
        Options options = new Options("", Instant.now().plusMillis(50), null, "", Map.of());
        Transit transit = transit(2, options);
        assertThrows(ExpiredException.class, () -> pace.takeTurn(transit, running::get));
    }

    @Test
    void throttledPartShouldComeBackSlowedDown() {
        Rate rate = new Rate(0);
        Pace pace = new Pace(inFlight, rate);
        Transit transit = transit(1, Options.NONE);
        pace.takeTurn(transit, running::get);
        inFlight.begin(part(), transit);
        assertTrue(rate.isUnlimited());
        long begin = System.nanoTime();
        pace.takeTurn(transit, running::get);
        assertTrue(System.nanoTime() - begin >= 90_000_000, "the link did not rest");
        assertTrue(rate.perSecond() < 1000);
    }

    private Thread startTurn(Pace pace, long sequence) {
        Thread thread = new Thread(() -> takeTurn(pace, sequence));
        thread.start();
        return thread;
    }

    private void takeTurn(Pace pace, long sequence) {
        pace.takeTurn(transit(sequence, Options.NONE), running::get);
        turns.add(sequence);
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
                ValidityForm.NONE,
                new byte[0],
                Map.of(),
                Map.of());
    }

    private static Transit transit(long sequence, Options options) {
        SmsMessage message = new SmsMessage("id", "u", "1", "2", "SMS:TEXT", "x", "", Instant.now(), options);
        return new Transit(message, null, sequence, Progress.NONE);
    }
}
