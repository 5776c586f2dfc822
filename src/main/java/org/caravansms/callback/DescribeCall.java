package org.caravansms.callback;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.caravansms.callback.CallbackOrder.CallbackOutOfOrderException;
import org.caravansms.callback.PublicAddresses.NoPublicAddressException;
import org.caravansms.message.Callback;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Outcome;
import org.caravansms.message.PartProgress;
import org.caravansms.message.RetryDelay;

/** Last step of a callback: its outcome, by which the queue settles it. */
public final class DescribeCall {

    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int SERVER_ERROR = 500;

    /** Request timeout, too early, too many requests: as passing as a server's error. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    /** A refusal is usually final, but receivers are restarted and mended. */
    private static final int TRIES_OF_REFUSED = 3;

    /**
     * The answer of a receiver.
     *
     * @param status the HTTP status
     * @param retryAfterSeconds its Retry-After, 0 without one
     */
    public record Answer(int status, int retryAfterSeconds) {}

    private final ReceiverOutages outages = new ReceiverOutages(System::nanoTime);
    private final CallbackOrder order;
    private final RetryDelay delay;
    private final int tries;
    private final BiConsumer<String, String> called;

    /**
     * @param firstDelay the wait after the first try; it doubles with each further one, up to the longest
     * @param called counts a call, by its receiver and its outcome: delivered, retried or failed
     */
    public DescribeCall(
            CallbackOrder order,
            Duration firstDelay,
            Duration longestDelay,
            int tries,
            BiConsumer<String, String> called) {
        this.called = called;
        this.order = order;
        this.delay = new RetryDelay(firstDelay, longestDelay);
        this.tries = tries;
    }

    public Outcome answered(
            @Body Answer answer,
            @ExchangeProperty(CallbackOrder.CALLBACK) Callback callback,
            @Header(MessageProperties.ATTEMPTS) Integer attempts) {
        int status = answer.status();
        if (status >= OK && status < REDIRECT) {
            called.accept(callback.receiver(), "delivered");
            outages.taken(callback);
            return new Outcome.Sent(List.of());
        }
        boolean refused = status < SERVER_ERROR && !PASSING.contains(status);
        String reason = "status " + status;
        return retryOrFail(
                callback,
                reason,
                attempts,
                refused ? Math.min(TRIES_OF_REFUSED, tries) : tries,
                answer.retryAfterSeconds());
    }

    /** It got no answer. */
    public Outcome failed(
            @ExchangeException Exception failure,
            @ExchangeProperty(CallbackOrder.CALLBACK) Callback callback,
            @Header(MessageProperties.ATTEMPTS) Integer attempts) {
        if (callback == null) {
            return new Outcome.Failed(String.valueOf(failure.getMessage()), PartProgress.NONE);
        }
        if (failure instanceof CallbackOutOfOrderException early) {
            return new Outcome.Retry(early.pause, early.getMessage(), false, PartProgress.NONE);
        }
        int limit = failure instanceof NoPublicAddressException ? TRIES_OF_REFUSED : tries;
        return retryOrFail(callback, reason(failure), attempts, Math.min(limit, tries), 0);
    }

    private static String reason(Exception failure) {
        String name = failure.getClass().getSimpleName();
        return failure instanceof java.net.UnknownHostException ? "no address: " + failure.getMessage() : name;
    }

    private Outcome retryOrFail(Callback callback, String reason, Integer attempts, int limit, int retryAfterSeconds) {
        int done = attempts == null ? 1 : attempts + 1;
        called.accept(callback.receiver(), done >= limit ? "failed" : "retried");
        outages.failed(callback, reason, done >= limit);
        if (done >= limit) {
            return new Outcome.Failed(reason + ", tried " + done + " times", PartProgress.NONE);
        }
        Duration wait = delay.after(done, Duration.ofSeconds(retryAfterSeconds));
        order.failed(callback, wait);
        return new Outcome.Retry(wait, reason, true, PartProgress.NONE);
    }
}
