package org.caravansms.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * How long a {@link Simulator} takes to answer: the latency of each response is drawn from these
 * shares, and the response is sent when it is due, also before earlier ones.
 *
 * @param shares the latencies and how frequent each of them is; 100 percent together
 */
public record Latency(List<Share> shares) {
    private static final double ALL = 100;
    private static final double ROUNDING = 0.001;

    /**
     * One latency of the mix.
     *
     * @param percent how many responses of a hundred have it, above 0
     * @param millis the latency in milliseconds
     */
    public record Share(double percent, long millis) {
        /** @throws IllegalArgumentException if one is out of range */
        public Share {
            if (!(percent > 0 && percent <= ALL)) {
                throw new IllegalArgumentException("a share must be above 0 and at most 100 percent: " + percent);
            }
            if (millis < 0) {
                throw new IllegalArgumentException("latency must not be negative: " + millis);
            }
        }

        private static Share parse(String text) {
            String[] parts = text.split("%", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("a share of a latency mix has the form 80%10: " + text);
            }
            return new Share(Double.parseDouble(parts[0]), Long.parseLong(parts[1]));
        }

        @Override
        public String toString() {
            return (percent == Math.rint(percent) ? Long.toString((long) percent) : percent) + "%" + millis;
        }
    }

    /** @throws IllegalArgumentException if the shares are not 100 percent together */
    public Latency {
        shares = List.copyOf(shares);
        double sum = shares.stream().mapToDouble(Share::percent).sum();
        if (Math.abs(sum - ALL) > ROUNDING) {
            throw new IllegalArgumentException("the shares of a latency mix must be 100 percent together: " + sum);
        }
    }

    /** The same latency for all, in milliseconds. */
    public static Latency ofMillis(long millis) {
        return new Latency(List.of(new Share(ALL, millis)));
    }

    /**
     * Reads a mix such as {@code 80%10,15%100,5%1000}, or a single number of milliseconds.
     *
     * @throws IllegalArgumentException if it has another form; the message says what is wrong
     */
    public static Latency parse(String text) {
        try {
            return text.contains("%")
                    ? new Latency(
                            Arrays.stream(text.split(",")).map(Share::parse).toList())
                    : ofMillis(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a latency has the form 10 or 80%10,15%100,5%1000: " + text, e);
        }
    }

    /** Draws the milliseconds of one response after the other; where there is nothing to draw it does not. */
    LongSupplier draws(Random random) {
        long only = shares.get(0).millis();
        return shares.size() == 1 ? () -> only : () -> at(random.nextDouble() * ALL);
    }

    private long at(double percent) {
        double upTo = 0;
        for (Share share : shares) {
            upTo += share.percent();
            if (percent < upTo) {
                return share.millis();
            }
        }
        return shares.get(shares.size() - 1).millis();
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return shares.size() == 1
                ? Long.toString(shares.get(0).millis())
                : shares.stream().map(Share::toString).collect(Collectors.joining(","));
    }
}
