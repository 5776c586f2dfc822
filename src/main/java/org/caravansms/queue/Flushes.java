package org.caravansms.queue;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Who waits until a message of theirs, and with it all that was before it on its queue, is settled. */
final class Flushes {

    private final Map<String, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    CompletableFuture<Void> expect(String name) {
        return waiting.computeIfAbsent(name, unused -> new CompletableFuture<>());
    }

    boolean isAnyoneWaiting() {
        return !waiting.isEmpty();
    }

    void forget(String name) {
        waiting.remove(name);
    }

    void done(String name) {
        CompletableFuture<Void> one = waiting.remove(name);
        if (one != null) {
            one.complete(null);
        }
    }
}
