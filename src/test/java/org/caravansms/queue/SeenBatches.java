package org.caravansms.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;

/** What a test's route was handed, batch by batch. */
final class SeenBatches {

    private final List<List<Exchange>> batches = new CopyOnWriteArrayList<>();

    /** Zero, one, two … */
    static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    @SuppressWarnings("unchecked")
    void note(Exchange batch) {
        List<Exchange> messages = batch.getMessage().getBody(List.class);
        batches.add(new ArrayList<>(messages));
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

    private static String text(Exchange message) {
        return message.getMessage().getBody(String.class);
    }
}
