package org.caravansms.jms;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The queues that deliver nothing while a large transaction writes to them; closing it lets all of them go on. */
final class PausedQueues implements AutoCloseable {

    private final Map<String, Runnable> held = new HashMap<>();
    private final Function<String, Runnable> hold;

    /** @param hold stops a queue's deliveries and returns what lets them go on, or null to hold none */
    PausedQueues(Function<String, Runnable> hold) {
        this.hold = hold;
    }

    /** Before anything is written to it. */
    void hold(String queue) {
        if (hold != null && !held.containsKey(queue)) {
            held.put(queue, hold.apply(queue));
        }
    }

    @Override
    public void close() {
        held.values().forEach(Runnable::run);
    }
}
