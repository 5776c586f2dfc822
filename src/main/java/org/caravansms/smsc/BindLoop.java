package org.caravansms.smsc;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.caravansms.smpp.CommandStatusTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of a link from its start to its stop, on a thread of its own: bind, hold the session, rest, and again. */
final class BindLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(BindLoop.class);
    private static final long WATCH_MILLIS = 1000;
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(2);
    private static final long CERTAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Timers timers;
    private final CommandStatusTable statuses;
    private final BindSession binding;
    private final BindThrottle turns;
    private final BackOff backOff;
    private final SmppLinkLog notices;
    private final Thread thread = new Thread(this);
    private volatile long boundAt;
    private volatile SmscSession current;
    private volatile boolean over;

    BindLoop(Provider provider, BindSession binding, BindThrottle turns, BackOff backOff, SmppLinkLog notices) {
        this.timers = provider.timers();
        this.statuses = provider.statuses();
        this.binding = binding;
        this.turns = turns;
        this.backOff = backOff;
        this.notices = notices;
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
                TimeUnit.NANOSECONDS.sleep(rest().toNanos());
            } catch (InterruptedException e) {
                // by the end, which says so itself
            }
        }
    }

    /** Whatever goes wrong, it goes on. */
    private Duration rest() throws InterruptedException {
        try {
            return once();
        } catch (RuntimeException e) {
            LOG.error("The supervision of {} starts again: {}", notices, e.toString());
            return backOff.next();
        }
    }

    /** @return how long to rest before the next time */
    private Duration once() throws InterruptedException {
        turns.begin();
        try {
            current = binding.bound();
        } catch (IOException | RuntimeException e) {
            return failed(BindFailure.of(e, statuses));
        } finally {
            turns.end();
        }
        return hold(current);
    }

    private Duration failed(BindFailure failure) {
        if (over) {
            return Duration.ZERO;
        }
        notices.failed(failure);
        if (failure.loginRefused()) {
            turns.restFor(timers.alarm());
        }
        return failure.rest(backOff);
    }

    private Duration hold(SmscSession session) throws InterruptedException {
        boundAt = System.nanoTime();
        try {
            if (!over) {
                notices.bound();
                watch(session);
            }
        } finally {
            notices.lost(over ? null : session.endedBy());
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
            if (!timers.enquireLink().isZero() && session.isSilentFor(longest)) {
                session.end("nothing was heard for " + longest.toSeconds() + " s");
                session.close();
            }
        }
    }

    /** Ignored in the first second of a session: then it may be about the one before. */
    void rebind() {
        session()
                .filter(session -> System.nanoTime() - boundAt > CERTAIN_NANOS)
                .ifPresent(session -> session.end("it is bound anew"));
    }

    /** Unbinds if bound, and binds no more. An SMSC that does not answer is given a few seconds. */
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
