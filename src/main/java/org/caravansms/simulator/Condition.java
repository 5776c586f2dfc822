package org.caravansms.simulator;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * The submit_sm that a fault of a {@link Simulator} meets. One condition may be used for several simulators and faults:
 * each of them counts and draws on its own, over all its connections.
 */
@FunctionalInterface
public interface Condition {
    /** A test that starts to count now; draws come from the random. It is called by several threads. */
    Predicate<SubmitSm> begin(Random random);

    /** Every submit_sm. */
    static Condition always() {
        return random -> submitSm -> true;
    }

    /** Those to an address, as it is in the PDU; with a {@code *} at its end, to all that begin so. */
    static Condition to(String addr) {
        String prefix = addr.endsWith("*") ? addr.substring(0, addr.length() - 1) : null;
        return random -> submitSm -> prefix == null
                ? submitSm.destination().addr().equals(addr)
                : submitSm.destination().addr().startsWith(prefix);
    }

    /** Those whose text, as {@link SubmitSm#text()} decodes it, has this in it. */
    static Condition text(String part) {
        return random -> submitSm -> submitSm.text().contains(part);
    }

    /** So many of a hundred, by chance: above 0, at most 100. */
    static Condition percent(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentage must be above 0 and at most 100: " + percent);
        }
        return random -> submitSm -> random.nextDouble() * 100 < percent;
    }

    /** The n-th and all multiples of it, n from 1 on. */
    static Condition every(long n) {
        requirePositive("every", n);
        return random -> {
            AtomicLong seen = new AtomicLong();
            return submitSm -> seen.incrementAndGet() % n == 0;
        };
    }

    /** The first n, at least 1. */
    static Condition first(long n) {
        requirePositive("first", n);
        return random -> {
            AtomicLong seen = new AtomicLong();
            return submitSm -> seen.incrementAndGet() <= n;
        };
    }

    /** Both conditions: the second one counts only the submit_sm that the first one meets. */
    default Condition and(Condition next) {
        return random -> begin(random).and(next.begin(random));
    }

    /**
     * Reads {@code to=36201234567}, {@code text=full}, {@code 10%}, {@code every=3}, {@code first=2}, or several
     * of them with commas: all must be met, from left to right.
     *
     * @throws IllegalArgumentException if it has another form; the message says what is wrong
     */
    static Condition parse(String text) {
        return ConditionParser.parse(text);
    }

    private static void requirePositive(String name, long n) {
        if (n < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + n);
        }
    }
}
