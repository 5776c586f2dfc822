package bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Arrays;

/**
 * Keeps each connection busy with one request at a time until the time or the count is used up, then waits for the
 * answers. One thread does it all: the client shares the machine with what it measures.
 */
final class LoadClient implements AutoCloseable {
    private static final int MOST_ERRORS = 100;
    private static final int ANSWER_TIMEOUT_MILLIS = 60_000;

    private final Case item;
    private final int port;
    private final Requests requests;
    private final Selector selector = Selector.open();
    private final ByteBuffer shared = ByteBuffer.allocate(256 * 1024);
    private final long deadline;
    private int unsent;
    private int busy;
    private int accepted;
    private int errors;
    private long[] nanos = new long[4096];
    private int answered;

    private LoadClient(Case item, Requests requests, int port, int seconds, int limit) throws IOException {
        this.item = item;
        this.port = port;
        this.requests = requests;
        this.unsent = limit;
        this.deadline = System.nanoTime() + seconds * 1_000_000_000L;
    }

    static BenchLoad run(Case item, Requests requests, int port, int seconds, int limit) throws IOException {
        try (LoadClient client = new LoadClient(item, requests, port, seconds, limit)) {
            return client.run();
        }
    }

    private BenchLoad run() throws IOException {
        BenchConnection[] connections = new BenchConnection[item.connections()];
        for (int i = 0; i < connections.length; i++) {
            connections[i] = connect();
        }
        long begun = Clock.micros();
        for (BenchConnection connection : connections) {
            next(connection);
        }
        while (busy > 0) {
            await();
        }
        return new BenchLoad(accepted, errors, begun, Clock.micros(), times());
    }

    private BenchConnection connect() throws IOException {
        return BenchConnection.open(port, selector, item.api());
    }

    private void await() throws IOException {
        if (selector.select(this::proceed, ANSWER_TIMEOUT_MILLIS) == 0) {
            throw new IOException(busy + " requests without an answer for " + ANSWER_TIMEOUT_MILLIS + " ms");
        }
    }

    private void next(BenchConnection connection) throws IOException {
        if (unsent >= item.messages() && System.nanoTime() < deadline) {
            unsent -= item.messages();
            busy++;
            connection.send(requests.next());
        }
    }

    private void proceed(SelectionKey key) {
        BenchConnection connection = (BenchConnection) key.attachment();
        try {
            if (connection.proceed(shared)) {
                busy--;
                count(connection);
                next(connection);
            }
        } catch (IOException e) {
            replace(connection, e);
        }
    }

    private void count(BenchConnection connection) {
        nanos = answered < nanos.length ? nanos : Arrays.copyOf(nanos, answered * 2);
        nanos[answered++] = connection.nanos();
        accepted += connection.accepted();
        errors += connection.accepted() == item.messages() ? 0 : 1;
    }

    private void replace(BenchConnection broken, IOException reason) {
        busy--;
        errors++;
        if (errors > MOST_ERRORS) {
            throw new IllegalStateException("more than " + MOST_ERRORS + " errors", reason);
        }
        try {
            broken.close();
            next(connect());
        } catch (IOException e) {
            throw new IllegalStateException("the gateway takes no connection", e);
        }
    }

    private long[] times() {
        long[] sorted = Arrays.copyOf(nanos, answered);
        Arrays.sort(sorted);
        return sorted;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
