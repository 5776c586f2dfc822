package org.caravansms.jms;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The queues whose deliveries are paused while a large transaction writes to them; close resumes them. */
final class PausedQueues implements AutoCloseable {

    private final Map<String, Runnable> resumes = new HashMap<>();
    private final Function<String, Runnable> hold;

    /** @param hold pauses a queue's deliveries and returns the action that resumes them, or null to pause none */
    PausedQueues(Function<String, Runnable> hold) {
        this.hold = hold;
    }

    /** Called before the first message for the queue. */
    void pause(String queue) {
        if (hold != null && !resumes.containsKey(queue)) {
            resumes.put(queue, hold.apply(queue));
        }
    }

    @Override
    public void close() {
        resumes.values().forEach(Runnable::run);
    }
}
