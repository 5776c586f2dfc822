package bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps connections busy, a thread each, until the time or the count is used up, and waits for the answers. */
final class LoadClient {
    private final Requests requests;
    private final BenchGateway gateway;
    private final long deadline;
    private final AtomicInteger unsent;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();

    /**
     * The counts of a run.
     *
     * @param accepted messages whose report says accepted
     * @param errors requests that were not wholly accepted
     * @param begun when the first byte was sent, in microseconds since the epoch, as in the simulator's file
     * @param ended when the last report was received
     */
    record Load(int accepted, int errors, long begun, long ended) {}

    private LoadClient(Requests requests, BenchGateway gateway, int seconds, int limit) {
        this.requests = requests;
        this.gateway = gateway;
        this.deadline = System.nanoTime() + seconds * 1_000_000_000L;
        this.unsent = new AtomicInteger(limit);
    }

    /** Posts at most so many messages, for at most so many seconds. */
    static Load run(Requests requests, int connections, BenchGateway gateway, int seconds, int limit)
            throws IOException {
        try {
            return new LoadClient(requests, gateway, seconds, limit).run(connections);
        } catch (JMSException | ExecutionException | InterruptedException e) {
            throw new IllegalStateException("the client failed: " + e.getMessage(), e);
        }
    }

    private Load run(int count) throws IOException, JMSException, ExecutionException, InterruptedException {
        List<BenchConnection> connections = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            for (int i = 0; i < count; i++) {
                connections.add(connect());
            }
            long begun = Clock.micros();
            List<Future<Void>> runs = new ArrayList<>();
            connections.forEach(connection -> runs.add(threads.submit(() -> keepBusy(connection))));
            for (Future<Void> run : runs) {
                run.get();
            }
            return new Load(accepted.get(), errors.get(), begun, Clock.micros());
        } finally {
            threads.shutdownNow();
            for (BenchConnection connection : connections) {
                connection.close();
            }
        }
    }

    private BenchConnection connect() throws IOException, JMSException {
        return switch (requests.api()) {
            case FORM, SENDMSG -> new HttpConnection(requests, gateway.httpPort());
            case STOMP, CONFIRMED -> new StompConnection(requests, gateway.queuePort());
            case SUBMIT -> new AmqpConnection(requests, gateway.queuePort());
        };
    }

    private Void keepBusy(BenchConnection connection) throws IOException, JMSException {
        while (unsent.addAndGet(-requests.messages()) >= 0 && System.nanoTime() < deadline) {
            int taken = connection.send();
            accepted.addAndGet(taken);
            errors.addAndGet(taken == requests.messages() ? 0 : 1);
        }
        accepted.addAndGet(connection.finish());
        return null;
    }
}
