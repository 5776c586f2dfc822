package org.caravansms.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.caravansms.message.Outcome;

/** What a test's route was handed, batch by batch. */
final class SeenBatches {

    private final List<List<Exchange>> batches = new CopyOnWriteArrayList<>();
    private final List<Long> times = new CopyOnWriteArrayList<>();

    /** Zero, one, two … */
    static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    /** @return a route's step that notes a batch, and settles each message by its text */
    Processor settling(Function<String, Outcome> outcome) {
        return batch -> {
            for (Exchange message : note(batch)) {
                message.setProperty(JmsBatchEndpoint.OUTCOME, outcome.apply(text(message)));
            }
        };
    }

    @SuppressWarnings("unchecked")
    List<Exchange> note(Exchange batch) {
        List<Exchange> messages = batch.getMessage().getBody(List.class);
        times.add(System.nanoTime());
        batches.add(new ArrayList<>(messages));
        return messages;
    }

    int count() {
        return batches.size();
    }

    List<Integer> sizes() {
        return batches.stream().map(List::size).toList();
    }

    List<String> texts() {
        return batches.stream().flatMap(List::stream).map(SeenBatches::text).toList();
    }

    /** @return a header of each message that was seen, null where it has none */
    List<Object> headers(String name) {
        return batches.stream()
                .flatMap(List::stream)
                .map(message -> message.getMessage().getHeader(name))
                .toList();
    }

    Duration betweenTheFirstTwo() {
        return Duration.ofNanos(times.get(1) - times.get(0));
    }

    private static String text(Exchange message) {
        return message.getMessage().getBody(String.class);
    }
}
