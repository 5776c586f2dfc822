package org.caravansms.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.DelayQueue;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends responses when they are due, any number of them waiting at a time. Its thread starts with the
 * first such response; all methods but run are called from the connection's thread only.
 */
final class DelayedOutput implements Runnable, Closeable {
    private record DueResponse(Response response, long dueNanos, long number) implements Due {}

    private static final Logger LOG = LoggerFactory.getLogger(DelayedOutput.class);

    private final PduOutput output;
    private final DelayQueue<DueResponse> queue = new DelayQueue<>();
    private long added;
    private Daemon thread;
    private volatile List<Response> leaving = List.of();

    DelayedOutput(PduOutput output) {
        this.output = output;
    }

    /** A response and the value of {@link System#nanoTime()} from which on it may leave. */
    void add(Response response, long dueNanos) {
        queue.add(new DueResponse(response, dueNanos, added++));
        if (thread == null) {
            thread = Daemon.start(Thread.currentThread().getName() + "-responder", this);
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                leaving = takeDue();
                output.write(leaving);
                leaving = List.of();
            }
        } catch (InterruptedException | IOException e) {
            // the connection is closed: no client waits for these responses
            LOG.debug("{} responses were not sent", queue.size(), e);
        }
    }

    private List<Response> takeDue() throws InterruptedException {
        List<DueResponse> due = new ArrayList<>();
        due.add(queue.take());
        queue.drainTo(due);
        return due.stream().map(DueResponse::response).toList();
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** The responses that were not sent, once this and the socket are closed. */
    List<Response> unsent() {
        if (thread == null) {
            return List.of();
        }
        thread.awaitEnd();
        return Stream.concat(leaving.stream(), queue.stream().sorted().map(DueResponse::response))
                .toList();
    }
}
