package org.caravansms.deadletter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts what becomes of the messages that a command is for. */
final class DeadLetterTally {

    private static final int SHOWN = 100;

    private final Map<String, String> refusals = new LinkedHashMap<>();
    private final Set<String> missing;
    private final boolean named;
    private int done;
    private int refused;

    /** @param named the keys of the messages that are asked for, none where they are chosen otherwise */
    DeadLetterTally(Set<String> named) {
        this.missing = new TreeSet<>(named);
        this.named = !named.isEmpty();
    }

    void found(DeadLetter message) {
        missing.remove(message.key());
    }

    /** @return whether each message that was named is found */
    boolean isComplete() {
        return named && missing.isEmpty();
    }

    void done(int count) {
        done += count;
    }

    void refuse(String key, String why) {
        refused++;
        if (refusals.size() < SHOWN) {
            refusals.put(key, why);
        }
    }

    DeadLetterResult outcome() {
        return new DeadLetterResult(done, refused, refusals, List.copyOf(missing));
    }
}
