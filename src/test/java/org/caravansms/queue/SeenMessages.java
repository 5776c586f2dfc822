package org.caravansms.queue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;
import org.caravansms.message.Outcome;

/** What a test's route was handed, message by message, and what became of the units of work. */
final class SeenMessages {

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<Long> times = new CopyOnWriteArrayList<>();
    private final List<Message> received = new CopyOnWriteArrayList<>();
    private final List<String> committed = new CopyOnWriteArrayList<>();
    private final List<String> uncommitted = new CopyOnWriteArrayList<>();

    /** @return a route's step that notes a message, and settles it by its text */
    Processor settling(Function<String, Outcome> outcome) {
        return message -> {
            String text = message.getMessage().getBody(String.class);
            texts.add(text);
            times.add(System.nanoTime());
            received.add(message.getMessage().copy());
            message.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onComplete(Exchange exchange) {
                    committed.add(text);
                }

                @Override
                public void onFailure(Exchange exchange) {
                    uncommitted.add(text);
                }
            });
            message.getMessage().setBody(outcome.apply(text));
        };
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    /** @return a header of each message that was seen, null where it has none */
    List<Object> headers(String name) {
        return received.stream().map(message -> message.getHeader(name)).toList();
    }

    Duration betweenTheFirstTwo() {
        return Duration.ofNanos(times.get(1) - times.get(0));
    }

    List<String> committed() {
        return List.copyOf(committed);
    }

    List<String> uncommitted() {
        return List.copyOf(uncommitted);
    }
}
