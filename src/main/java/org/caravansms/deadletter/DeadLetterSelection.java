package org.caravansms.deadletter;

import java.util.Set;
import java.util.function.Predicate;

/**
 * The messages out of the flow that a command is for.
 *
 * @param keys those with these {@link DeadLetter#key() keys}, or none for all
 * @param reason only those whose reason contains it
 */
public record DeadLetterSelection(Set<String> keys, String reason) implements Predicate<DeadLetter> {

    public DeadLetterSelection {
        keys = Set.copyOf(keys);
    }

    @Override
    public boolean test(DeadLetter message) {
        return (keys.isEmpty() || keys.contains(message.key()))
                && message.reason().contains(reason);
    }
}
