package org.caravansms.store;

import java.util.List;
import java.util.function.LongConsumer;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.caravansms.message.Event;

/** The step of the route {@code store}: the store hears when what follows from its events is published, or is not. */
public final class StoreEvents {

    private final ApplyEvents events;
    private final LongConsumer applied;

    /** @param applied hears how many batches the store has */
    public StoreEvents(ApplyEvents events, LongConsumer applied) {
        this.events = events;
        this.applied = applied;
    }

    /** @return the events of the store */
    public List<Event> apply(@Body List<Event> batch, Exchange exchange) {
        List<Event> told = events.apply(batch);
        applied.accept(events.batches());
        exchange.getExchangeExtension().addOnCompletion(new Published());
        return told;
    }

    /** The batch's unit of work ends with the commit. */
    private final class Published extends SynchronizationAdapter {
        @Override
        public void onComplete(Exchange exchange) {
            events.published();
        }

        @Override
        public void onFailure(Exchange exchange) {
            events.forget();
        }
    }
}
