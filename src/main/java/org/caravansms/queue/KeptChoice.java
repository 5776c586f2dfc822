package org.caravansms.queue;

import java.util.Set;

/**
 * Which of the messages out of the flow a command is for.
 *
 * @param keys those with these {@link KeptMessage#key() keys}, or none for all
 * @param reason only those whose reason contains it
 */
public record KeptChoice(Set<String> keys, String reason) {

    public KeptChoice {
        keys = Set.copyOf(keys);
    }

    boolean includes(KeptMessage message) {
        return (keys.isEmpty() || keys.contains(message.key()))
                && message.reason().contains(reason);
    }
}
