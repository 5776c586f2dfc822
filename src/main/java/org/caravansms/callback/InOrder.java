package org.caravansms.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.caravansms.message.Callback;

/**
 * Has the callbacks of a message to one receiver made in the order in which things happened: while one is under way, or
 * waits for its next try, those after it wait. After a restart those that wait for their next try are read from the
 * lane's queue.
 */
public final class InOrder {

    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final Map<String, First> unfinished = new ConcurrentHashMap<>();
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private final Function<String, Collection<Callback>> waiting;

    private record First(String id, Instant next) {}

    /** @param waiting the callbacks of a lane that wait for their next try */
    public InOrder(Function<String, Collection<Callback>> waiting) {
        this.waiting = waiting;
    }

    /** @throws NotItsTurnException when it has to wait */
    public Callback takeTurn(Callback callback, Exchange exchange) {
        exchange.setProperty("SmsCallback", callback);
        known.computeIfAbsent(callback.lane(), this::recall);
        First first = unfinished.computeIfAbsent(key(callback), unused -> new First(callback.id(), Instant.now()));
        if (!first.id().equals(callback.id())) {
            Duration left = Duration.between(Instant.now(), first.next());
            throw new NotItsTurnException(left.compareTo(A_MOMENT) > 0 ? left.plus(A_MOMENT) : A_MOMENT);
        }
        return callback;
    }

    /** The event that was first is the one that others wait for. */
    private boolean recall(String lane) {
        waiting.apply(lane).stream()
                .sorted(java.util.Comparator.comparing(Callback::since))
                .forEach(callback -> unfinished.putIfAbsent(key(callback), new First(callback.id(), Instant.now())));
        return true;
    }

    void done(Callback callback) {
        unfinished.remove(key(callback));
    }

    void failed(Callback callback, Duration wait) {
        unfinished.put(key(callback), new First(callback.id(), Instant.now().plus(wait)));
    }

    private static String key(Callback callback) {
        return callback.lane() + " " + callback.about();
    }
}
