package org.caravansms.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.SmsMessage;

/**
 * The step of the route {@code store} that applies a batch of events to the database in one transaction, and returns
 * the events of the store that follow. One thread calls it. Events that are repeated after a crash change nothing.
 */
public final class ApplyEvents {

    private static final int RECENT = 5_000;

    /** More events than the queue delivers before a failure: so many may have been applied before. */
    private static final int CAREFUL_EVENTS = 200_000;

    private final RecordCache recent = new RecordCache(RECENT);
    private final UnmatchedReceipts unmatched = new UnmatchedReceipts();
    private final Outbox outbox = new Outbox();
    private final Database database;
    private final UnaryOperator<String> smsc;
    private final Predicate<SmsMessage> attached;
    private final InboundStore inbound;
    private final LongConsumer progress;
    private final Instant start;
    private boolean first = true;
    private int careful;
    private long batches;

    /**
     * @param clock measures the waits of parts
     * @param smsc the SMSC behind a provider
     * @param attached whether the events of a message have the whole message
     * @param owner the user whose inbox gets a message from a handset
     * @param patience the longest wait of such a message for its parts
     * @param decode reads the octets of such a message by the name of their alphabet
     * @param progress receives the number of batches that the store has, see {@link StoreProgress}
     */
    public ApplyEvents(
            Database database,
            InstantSource clock,
            UnaryOperator<String> smsc,
            Predicate<SmsMessage> attached,
            Function<InboundMessage, String> owner,
            Duration patience,
            BiFunction<String, byte[], String> decode,
            LongConsumer progress) {
        this.database = database;
        this.smsc = smsc;
        this.attached = attached;
        this.inbound = new InboundStore(clock, smsc, owner, patience, decode);
        this.progress = progress;
        this.start = clock.instant();
    }

    /**
     * @param events in the order in which they were published
     * @return the events of the store that follow
     * @throws StoreUnavailableException and nothing was changed
     */
    public List<Event> apply(@Body List<Event> events, Exchange exchange) {
        List<Event> derived = applied(events);
        progress.accept(batches);
        exchange.getExchangeExtension().addOnCompletion(new Published());
        return derived;
    }

    List<Event> applied(List<Event> events) {
        try {
            List<Event> derived = database.inTransaction(connection -> derive(connection, events));
            careful = Math.max(0, careful - events.size());
            first = false;
            outbox.committed();
            recent.trim();
            return derived;
        } catch (RuntimeException e) {
            forget();
            throw e;
        }
    }

    /** The returned events are published, and are deleted at once: a kill would have the next run publish them again. */
    void published() {
        if (outbox.published()) {
            try {
                database.inTransaction(connection -> {
                    outbox.deletePublished(connection);
                    return true;
                });
                outbox.committed();
            } catch (StoreUnavailableException e) {
                // the next batch deletes them
            }
        }
    }

    /** The returned events were not published, and the batch will be repeated. */
    void forget() {
        recent.clear();
        unmatched.clear();
        outbox.clear();
        first = true;
        careful = CAREFUL_EVENTS;
    }

    private List<Event> derive(Connection connection, List<Event> events) throws SQLException {
        List<Event> derived = new ArrayList<>();
        if (first) {
            derived.addAll(outbox.leftOver(connection));
        }
        unmatched.load(connection);
        EventProjection projection = new EventProjection(recent, unmatched, smsc, this::isNew);
        projection.load(connection, events);
        projection.fold(events);
        List<Event> ofBatch = new ArrayList<>(projection.derived());
        ofBatch.addAll(inbound.apply(
                connection,
                events.stream().filter(event -> event.type() == EventType.PART).toList()));
        projection.write(connection);
        batches = StoreProgress.next(connection);
        outbox.write(connection, ofBatch);
        derived.addAll(ofBatch);
        return AttachMessages.of(connection, derived, recent, attached);
    }

    /** Whether this run accepted the message, and no failure repeats its event: the store cannot have it yet. */
    private boolean isNew(Event accepted) {
        return careful == 0 && accepted.at().isAfter(start);
    }

    /** The batch's unit of work ends with the commit. */
    private final class Published extends SynchronizationAdapter {
        @Override
        public void onComplete(Exchange exchange) {
            published();
        }

        @Override
        public void onFailure(Exchange exchange) {
            forget();
        }
    }
}
