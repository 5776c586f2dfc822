package org.caravansms.smsc;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Binds a link again and again from its start to its stop, on its own thread: bind, hold the session, wait. */
final class BindLoop implements Runnable {

    private static final long WATCH_MILLIS = 100;
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(2);
    private static final long CERTAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Timers timers;
    private final BindSession binding;
    private final BindThrottle throttle;
    private final BackOff backOff;
    private final SmppLinkLog log;
    private final Thread thread = new Thread(this);
    private volatile long boundAt;
    private volatile SmscSession current;
    private volatile boolean over;

    BindLoop(Timers timers, BindSession binding, BindThrottle throttle, SmppLinkLog log) {
        this.timers = timers;
        this.binding = binding;
        this.throttle = throttle;
        this.backOff = new BackOff(timers.reconnect(), timers.reconnectMax(), new Random());
        this.log = log;
    }

    void start(String name) {
        thread.setName(name);
        thread.setDaemon(true);
        thread.start();
    }

    /** @return the session that is bound now */
    Optional<SmscSession> session() {
        SmscSession session = current;
        return session != null && session.isUsable() ? Optional.of(session) : Optional.empty();
    }

    @Override
    public void run() {
        while (!over) {
            try {
                TimeUnit.NANOSECONDS.sleep(onceOrLogged().toNanos());
            } catch (InterruptedException e) {
                // by end(), which sets over
            }
        }
    }

    /** Continues after any failure. */
    private Duration onceOrLogged() throws InterruptedException {
        try {
            return once();
        } catch (RuntimeException e) {
            log.supervisedAgain(e);
            return backOff.next();
        }
    }

    /** @return the wait before the next bind */
    private Duration once() throws InterruptedException {
        throttle.begin();
        try {
            current = binding.bound();
        } catch (IOException | RuntimeException e) {
            return failed(e);
        } finally {
            throttle.end();
        }
        return hold(current);
    }

    private Duration failed(Exception failure) {
        if (over) {
            return Duration.ZERO;
        }
        boolean loginRefused = log.failed(failure);
        if (loginRefused) {
            throttle.blockFor(timers.alarm());
        }
        return loginRefused ? Duration.ZERO : backOff.next();
    }

    private Duration hold(SmscSession session) throws InterruptedException {
        boundAt = System.nanoTime();
        try {
            if (!over) {
                log.bound();
                watch(session);
            }
        } finally {
            log.lost(over ? null : session.endedBy());
            session.leave(over ? LAST_PATIENCE : timers.response());
        }
        if (System.nanoTime() - boundAt > timers.reconnectMax().toNanos()) {
            backOff.reset();
        }
        return backOff.next();
    }

    /** jSMPP's own enquire_link does not see a session whose writers or whose reader are stuck. */
    private void watch(SmscSession session) throws InterruptedException {
        Duration longest = timers.enquireLink().plus(timers.response()).plus(timers.response());
        while (!session.awaitEnd(WATCH_MILLIS)) {
            session.expireRequests();
            if (!timers.enquireLink().isZero() && session.isSilentFor(longest)) {
                session.end("nothing was heard for " + longest.toSeconds() + " s");
                session.close();
            }
        }
    }

    /** Ignored in the first second of a session: the refusal may be of the session before. */
    void rebind() {
        session()
                .filter(session -> System.nanoTime() - boundAt > CERTAIN_NANOS)
                .ifPresent(session -> session.end("it is bound anew"));
    }

    /** Unbinds if bound, and binds no more. An SMSC that does not answer gets a few seconds. */
    void end() throws InterruptedException {
        over = true;
        Optional<SmscSession> last = session();
        if (last.isPresent()) {
            last.get().end("it was stopped");
            thread.join(LAST_PATIENCE.multipliedBy(2).toMillis());
        }
        thread.interrupt();
    }
}
