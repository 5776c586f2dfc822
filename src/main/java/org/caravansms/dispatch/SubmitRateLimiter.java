package org.caravansms.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.caravansms.smsc.NotSentException;

/**
 * The rate limit of a provider: the step before a submit_sm, whose route goes on when the rate allows it. No thread
 * waits. The rate counts parts; the oldest message goes first. When the SMSC throttles, the {@link AdaptiveRate} falls
 * for all binds together, and the refused part waits again. Fails with a {@link NotSentException} when the queue's
 * reader is being stopped, and with an {@link ExpiredException} when the message has expired meanwhile.
 */
public final class SubmitRateLimiter extends AsyncProcessorSupport {

    /** The exchange property that tells whether the queue's reader still runs. */
    private static final String GO_ON = "JmsBatchGoOn";

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(Comparator.comparingLong(part -> part.message.sequence));
    private final InFlight inFlight;
    private final AdaptiveRate rate;
    private final ScheduledExecutorService timer;
    private boolean scheduled;
    private long nextAt = System.nanoTime();

    /**
     * @param rate the parts a second
     * @param timer runs what waited, in a thread of its own
     */
    public SubmitRateLimiter(InFlight inFlight, AdaptiveRate rate, ScheduledExecutorService timer) {
        this.inFlight = inFlight;
        this.rate = rate;
        this.timer = timer;
    }

    /** @return parts a second that it allows at present, infinite without a limit */
    public double perSecond() {
        return rate.perSecond();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        InFlightMessage message = exchange.getProperty(InFlightMessage.PROPERTY, InFlightMessage.class);
        boolean throttled = message.isPending();
        inFlight.release(message);
        if (throttled || !isAllowed(message)) {
            add(new Waiting(message, exchange, callback), throttled);
            return false;
        }
        callback.done(true);
        return true;
    }

    /** Without a limit no lock is needed. */
    private boolean isAllowed(InFlightMessage message) {
        if (rate.isUnlimited()) {
            count(message, System.nanoTime());
            return true;
        }
        synchronized (this) {
            long now = System.nanoTime();
            return waiting.isEmpty() && now >= nextAt && take(message, now);
        }
    }

    private boolean take(InFlightMessage message, long now) {
        count(message, now);
        nextAt = Math.max(nextAt, now - rate.slackNanos()) + rate.nanosBetweenParts();
        return true;
    }

    private void count(InFlightMessage message, long now) {
        message.sentAt = now;
        rate.count(now);
    }

    private synchronized void add(Waiting part, boolean throttled) {
        if (throttled) {
            nextAt = Math.max(nextAt, System.nanoTime() + rate.throttled(part.message.sentAt));
        }
        waiting.add(part);
        lookAgain();
    }

    private void lookAgain() {
        if (!scheduled && !waiting.isEmpty()) {
            scheduled = true;
            timer.schedule(this::look, Math.min(nextAt - System.nanoTime(), LOOK_NANOS), TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        allowed().forEach(part -> part.callback.done(false));
    }

    /** @return those that the rate allows now, and those whose reader is being stopped */
    private synchronized List<Waiting> allowed() {
        List<Waiting> allowed = new ArrayList<>(
                waiting.stream().filter(part -> part.fails(part::checkRunning)).toList());
        waiting.removeAll(allowed);
        long now = System.nanoTime();
        while (!waiting.isEmpty() && now >= nextAt) {
            Waiting first = waiting.remove();
            allowed.add(first);
            if (!first.fails(first::checkValid)) {
                take(first.message, now);
            }
        }
        scheduled = false;
        lookAgain();
        return allowed;
    }

    private record Waiting(InFlightMessage message, Exchange exchange, AsyncCallback callback) {

        boolean fails(Runnable check) {
            try {
                check.run();
            } catch (NotSentException | ExpiredException e) {
                exchange.setException(e);
            }
            return exchange.getException() != null;
        }

        void checkRunning() {
            if (!exchange.getProperty(GO_ON, BooleanSupplier.class).getAsBoolean()) {
                throw new NotSentException("the gateway is stopping");
            }
        }

        void checkValid() {
            ExpiredException.check(message.message, Instant.now());
        }
    }
}
