package bench;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The producers of a case at work, a thread each.
 *
 * @param ids each message carries an id of its own
 */
record SubmitLoad(Case item, boolean ids, BenchBroker broker) {
    /** A message counts as accepted once it is on the queue; the clock stops with the last report. */
    BenchLoad run(int seconds, int limit) {
        Requests requests = Requests.of(item, ids, limit);
        List<QueueProducer> producers =
                Stream.generate(() -> producer(requests)).limit(item.connections()).toList();
        ExecutorService threads = Executors.newFixedThreadPool(producers.size());
        try {
            long begun = Clock.micros();
            long deadline = System.nanoTime() + seconds * 1_000_000_000L;
            List<Future<long[]>> runs = producers.stream()
                    .map(each -> threads.submit(() -> each.run(deadline, limit / producers.size())))
                    .toList();
            long[] nanos = runs.stream().flatMapToLong(SubmitLoad::times).sorted().toArray();
            int sent = producers.stream().mapToInt(QueueProducer::sent).sum();
            return new BenchLoad(sent, 0, begun, Clock.micros(), nanos);
        } finally {
            threads.shutdownNow();
            producers.forEach(SubmitLoad::close);
        }
    }

    private QueueProducer producer(Requests requests) {
        try {
            return item.api() == BenchApi.SUBMIT
                    ? new AmqpProducer(item, ids, broker)
                    : new StompProducer(item, requests, broker);
        } catch (Exception e) {
            throw new IllegalStateException("A producer cannot connect", e);
        }
    }

    private static void close(QueueProducer producer) {
        try {
            producer.close();
        } catch (Exception e) {
            throw new IllegalStateException("A producer cannot disconnect", e);
        }
    }

    private static LongStream times(Future<long[]> run) {
        try {
            return LongStream.of(run.get());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("A producer failed: " + e.getMessage(), e);
        }
    }
}
