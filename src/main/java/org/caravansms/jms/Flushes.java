package org.caravansms.jms;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Who waits until a message of theirs, and with it all that was before it on its queue, is settled. */
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
        CompletableFuture<Void> one = waiting.remove(name);
        if (one != null) {
            one.complete(null);
        }
    }
}
