package org.caravansms.observe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The meter of each value of a label. The first values have meters of their own, and all later ones share that of
 * {@code other}: the page stays small, however many users there are. A value never moves between them, since a counter
 * must not fall.
 */
final class FirstValues<T> {

    static final String OTHER = "other";

    private final Map<String, T> own = new ConcurrentHashMap<>();
    private final int most;
    private final Function<String, T> meter;
    private volatile T shared;

    /** @param most how many values have meters of their own */
    FirstValues(int most, Function<String, T> meter) {
        this.most = most;
        this.meter = meter;
    }

    T of(String value) {
        T known = own.get(value);
        return known == null ? later(value) : known;
    }

    private T later(String value) {
        T others = shared;
        return others == null ? first(value) : others;
    }

    private synchronized T first(String value) {
        if (own.size() < most) {
            return own.computeIfAbsent(value, meter);
        }
        shared = meter.apply(OTHER);
        return shared;
    }
}
