package org.caravansms.gateway;

import java.util.stream.IntStream;

/** Threads that take all that the machine's processors have, until it is closed. */
final class BusyMachine implements AutoCloseable {

    private volatile boolean closed;

    BusyMachine() {
        IntStream.range(0, 2 * Runtime.getRuntime().availableProcessors()).forEach(i -> {
            Thread thread = new Thread(this::work, "busy-" + i);
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void work() {
        while (!closed) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
