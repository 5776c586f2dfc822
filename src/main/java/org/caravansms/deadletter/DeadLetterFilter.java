package org.caravansms.deadletter;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * Which messages out of the flow are meant.
 *
 * @param reason those alone whose reason contains it; empty for all
 * @param provider those alone that this SMSC connection had or was to have; empty for all
 * @param since those alone that were taken out of the flow then or later; null for all
 */
public record DeadLetterFilter(String reason, String provider, Instant since) implements Predicate<DeadLetter> {

    public static final DeadLetterFilter ALL = new DeadLetterFilter("", "", null);

    @Override
    public boolean test(DeadLetter message) {
        return message.reason().contains(reason)
                && (provider.isEmpty() || provider.equals(message.provider()))
                && (since == null || !message.since().isBefore(since));
    }
}
