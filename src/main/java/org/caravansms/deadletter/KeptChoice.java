package org.caravansms.deadletter;

import java.util.Set;
import java.util.function.Predicate;

/**
 * Which of the messages out of the flow a command is for.
 *
 * @param keys those with these {@link KeptMessage#key() keys}, or none for all
 * @param reason only those whose reason contains it
 */
public record KeptChoice(Set<String> keys, String reason) implements Predicate<KeptMessage> {

    public KeptChoice {
        keys = Set.copyOf(keys);
    }

    @Override
    public boolean test(KeptMessage message) {
        return (keys.isEmpty() || keys.contains(message.key()))
                && message.reason().contains(reason);
    }
}
