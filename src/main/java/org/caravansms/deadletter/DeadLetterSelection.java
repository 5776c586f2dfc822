package org.caravansms.deadletter;

import java.util.Set;
import java.util.function.Predicate;

/**
 * The messages out of the flow that a command is for.
 *
 * @param keys those with these {@link DeadLetter#key() keys}, or none for all
 * @param filter only those that fit
 * @param dryRun whether nothing is moved: the result says what would be
 */
public record DeadLetterSelection(Set<String> keys, DeadLetterFilter filter, boolean dryRun)
        implements Predicate<DeadLetter> {

    public DeadLetterSelection {
        keys = Set.copyOf(keys);
    }

    @Override
    public boolean test(DeadLetter message) {
        return (keys.isEmpty() || keys.contains(message.key())) && filter.test(message);
    }
}
