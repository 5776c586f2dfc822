package org.caravansms.queue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;
import org.caravansms.message.Outcome;

/** What a test's route was handed, message by message, and what became of the units of work. */
final class SeenMessages {

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<String> committed = new CopyOnWriteArrayList<>();
    private final List<String> uncommitted = new CopyOnWriteArrayList<>();

    /** @return a route's step that notes a message, and settles it by its text */
    Processor settling(Function<String, Outcome> outcome) {
        return message -> {
            String text = message.getMessage().getBody(String.class);
            texts.add(text);
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

    List<String> committed() {
        return List.copyOf(committed);
    }

    List<String> uncommitted() {
        return List.copyOf(uncommitted);
    }
}
