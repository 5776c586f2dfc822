package org.caravansms.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.caravansms.message.Callback;
import org.caravansms.message.Outcome;

/**
 * Makes the callbacks of a message to one receiver in the order of their events: while one is made, or waits for its next
 * try, later ones wait. It ends when the broker has its end on disk, so that after a crash the first one is first again.
 * Callbacks that are on a queue at the start are recalled.
 */
public final class CallbackOrder {

    /** The exchange property with the callback. */
    static final String CALLBACK = "SmsCallback";

    /** An earlier callback of the same message is unfinished. */
    public static final class CallbackOutOfOrderException extends RuntimeException {

        final transient Duration pause;

        CallbackOutOfOrderException(Duration pause) {
            super("an earlier callback of its message comes first", null, false, false);
            this.pause = pause;
        }
    }

    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final Map<String, First> unfinished = new ConcurrentHashMap<>();

    private record First(String id, Instant since, Instant next) {

        static First of(Callback callback, Duration wait) {
            return new First(callback.id(), callback.since(), Instant.now().plus(wait));
        }
    }

    /** A callback from before the start, in any order: later events wait for the first. */
    public void recall(Callback callback) {
        First now = First.of(callback, Duration.ZERO);
        unfinished.merge(key(callback), now, (known, other) -> other.since().isBefore(known.since()) ? other : known);
    }

    /**
     * To be called before they are queued. The first of a message is noted now: two that are received at the same moment
     * would otherwise race.
     */
    public List<Callback> expect(@Body List<Callback> callbacks) {
        callbacks.forEach(callback -> unfinished.putIfAbsent(key(callback), First.of(callback, Duration.ZERO)));
        return callbacks;
    }

    /** @throws CallbackOutOfOrderException when it has to wait */
    public Callback acquire(Callback callback, Exchange exchange) {
        exchange.setProperty(CALLBACK, callback);
        First first = unfinished.computeIfAbsent(key(callback), unused -> First.of(callback, Duration.ZERO));
        if (!first.id().equals(callback.id())) {
            Duration left = Duration.between(Instant.now(), first.next());
            throw new CallbackOutOfOrderException(left.compareTo(A_MOMENT) > 0 ? left.plus(A_MOMENT) : A_MOMENT);
        }
        exchange.getExchangeExtension().addOnCompletion(end(callback));
        return callback;
    }

    /** The exchange completes with its transaction; a failed one is redelivered. */
    private SynchronizationAdapter end(Callback callback) {
        return new SynchronizationAdapter() {
            @Override
            public void onComplete(Exchange exchange) {
                if (!(exchange.getMessage().getBody() instanceof Outcome.Retry)) {
                    unfinished.remove(key(callback));
                }
            }
        };
    }

    void failed(Callback callback, Duration wait) {
        unfinished.put(key(callback), First.of(callback, wait));
    }

    private static String key(Callback callback) {
        return callback.receiver() + " " + callback.about();
    }
}
