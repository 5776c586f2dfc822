package org.caravansms.simulator;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The submit_sm that a fault of a {@link Simulator} meets. One condition may be used for several simulators and faults:
 * each of them counts and draws on its own, over all its connections.
 */
@FunctionalInterface
public interface Condition {
    /** Between two conditions: a comma within a text does not part it. */
    Pattern COMMA = Pattern.compile(",(?=(?:to|text|every|first)=|[0-9.]+%(?:,|$))");

    /** A test that starts to count now; draws come from the random. It is called by several threads. */
    Predicate<SubmitSm> begin(Random random);

    /**
     * Reads one condition, or several with commas: all must be met, and each counts only those that met the ones
     * before it.
     *
     * <ul>
     *   <li>{@code to=36201234567}: the address in the PDU; {@code to=3620*} all that begin so
     *   <li>{@code text=full}: the text, as {@link SubmitSm#text()} decodes it, has this in it
     *   <li>{@code 10%}: by chance, above 0 and at most 100
     *   <li>{@code every=3}: the third and all multiples of it
     *   <li>{@code first=2}: the first two
     * </ul>
     *
     * @throws IllegalArgumentException if it has another form; the message says what is wrong
     */
    static Condition parse(String text) {
        return Arrays.stream(COMMA.split(text))
                .map(Condition::one)
                .reduce((one, next) -> random -> one.begin(random).and(next.begin(random)))
                .orElseThrow();
    }

    private static Condition one(String text) {
        try {
            return text.endsWith("%") && !text.contains("=") ? percent(text) : named(text);
        } catch (NumberFormatException e) {
            throw unknown(text);
        }
    }

    private static Condition percent(String text) {
        double percent = Double.parseDouble(text.substring(0, text.length() - 1));
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentage must be above 0 and at most 100: " + percent);
        }
        return random -> submitSm -> random.nextDouble() * 100 < percent;
    }

    private static Condition named(String text) {
        String value = text.substring(text.indexOf('=') + 1);
        return switch (text.substring(0, text.length() - value.length())) {
            case "to=" -> to(value);
            case "text=" -> random -> submitSm -> submitSm.text().contains(value);
            case "every=" -> {
                long n = positive("every", value);
                yield counting(seen -> seen % n == 0);
            }
            case "first=" -> {
                long n = positive("first", value);
                yield counting(seen -> seen <= n);
            }
            default -> throw unknown(text);
        };
    }

    private static Condition to(String addr) {
        String prefix = addr.endsWith("*") ? addr.substring(0, addr.length() - 1) : null;
        return random -> submitSm -> prefix == null
                ? submitSm.destination().addr().equals(addr)
                : submitSm.destination().addr().startsWith(prefix);
    }

    private static Condition counting(LongPredicate number) {
        return random -> {
            AtomicLong seen = new AtomicLong();
            return submitSm -> number.test(seen.incrementAndGet());
        };
    }

    private static long positive(String name, String value) {
        long n = Long.parseLong(value);
        if (n < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + n);
        }
        return n;
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("a condition is to=, text=, 10%, every= or first=: " + text);
    }
}
