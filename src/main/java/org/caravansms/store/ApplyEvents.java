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
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.SmsMessage;

/**
 * The step of the route {@code store} that brings the database up to date with a batch of events, in one transaction, and
 * says what follows from them. One thread calls it. The same events again, after a crash, change nothing.
 */
public final class ApplyEvents {

    private static final int RECENT = 5_000;

    /** More events than the queue could have handed out before a crash: until then each may have been applied before. */
    private static final int CAREFUL_EVENTS = 200_000;

    private static final Duration OVERDUE_EVERY = Duration.ofMinutes(1);

    private final RecordCache recent = new RecordCache(RECENT);
    private final UnmatchedReceipts parked = new UnmatchedReceipts();
    private final Outbox outbox = new Outbox();
    private final Database database;
    private final InstantSource clock;
    private final UnaryOperator<String> smsc;
    private final Predicate<SmsMessage> inFull;
    private final InboundStore inbound;
    private Instant overdueAt = Instant.EPOCH;
    private boolean first = true;
    private int careful = CAREFUL_EVENTS;
    private long batches;

    /**
     * @param clock tells how long something has waited
     * @param smsc the SMSC behind a provider
     * @param inFull whether the events of a message tell of it in full
     * @param owner whose inbox a message from a handset is for
     * @param patience how long such a message waits for its parts
     * @param decode reads the octets of such a message by the name of their alphabet
     */
    public ApplyEvents(
            Database database,
            InstantSource clock,
            UnaryOperator<String> smsc,
            Predicate<SmsMessage> inFull,
            Function<InboundMessage, String> owner,
            Duration patience,
            BiFunction<String, byte[], String> decode) {
        this.database = database;
        this.clock = clock;
        this.smsc = smsc;
        this.inFull = inFull;
        this.inbound = new InboundStore(clock, smsc, owner, patience, decode);
    }

    /**
     * @param events in the order in which they were published
     * @return those of the store that follow from them; to be published by who then calls {@link #published()}
     * @throws StoreUnavailableException when nothing was changed
     */
    public List<Event> apply(List<Event> events) {
        try {
            List<Event> told = database.inTransaction(connection -> apply(connection, events));
            careful = Math.max(0, careful - events.size());
            first = false;
            outbox.committed();
            recent.trim();
            return told;
        } catch (RuntimeException e) {
            forget();
            throw e;
        }
    }

    /** @return how many batches the database has with the last one, see {@link StoreProgress} */
    public long batches() {
        return batches;
    }

    /** What was returned is published. */
    public void published() {
        outbox.published();
    }

    /** What was returned was not published, and the events will come again. */
    public void forget() {
        recent.clear();
        parked.clear();
        outbox.clear();
        first = true;
        careful = CAREFUL_EVENTS;
    }

    private List<Event> apply(Connection connection, List<Event> events) throws SQLException {
        List<Event> told = new ArrayList<>();
        if (first) {
            told.addAll(outbox.leftOver(connection));
        }
        parked.load(connection);
        EventProjection fold = new EventProjection(recent, parked, smsc, careful > 0);
        fold.load(connection, events);
        fold.fold(events);
        List<Event> fresh = new ArrayList<>(fold.told());
        fresh.addAll(inbound.apply(
                connection,
                events.stream().filter(event -> event.type() == EventType.PART).toList(),
                isOverdueTime()));
        fold.write(connection);
        batches = StoreProgress.next(connection);
        outbox.write(connection, fresh);
        told.addAll(fresh);
        return AttachMessages.of(connection, told, recent, inFull);
    }

    private boolean isOverdueTime() {
        Instant now = clock.instant();
        boolean due = now.isAfter(overdueAt);
        overdueAt = due ? now.plus(OVERDUE_EVERY) : overdueAt;
        return due;
    }
}
