package org.caravansms.jms;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The callers that wait until a marked message, and all before it on its queue, is settled. */
public final class Flushes {

    private final Map<String, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    public CompletableFuture<Void> expect(String name) {
        return waiting.computeIfAbsent(name, unused -> new CompletableFuture<>());
    }

    public boolean isAnyoneWaiting() {
        return !waiting.isEmpty();
    }

    public void forget(String name) {
        waiting.remove(name);
    }

    void done(String name) {
        CompletableFuture<Void> flush = waiting.remove(name);
        if (flush != null) {
            flush.complete(null);
        }
    }
}
