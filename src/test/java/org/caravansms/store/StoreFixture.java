package org.caravansms.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageState;
import org.caravansms.message.StoredMessage;
import org.caravansms.smpp.Alphabet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A store on each database, with a clock that tests move. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
abstract class StoreFixture {

    private static final long ORPHAN_MILLIS = Duration.ofMinutes(5).toMillis();

    @Parameter
    DatabaseKind kind;

    @TempDir
    Path directory;

    String url;
    Database database;
    ApplyEvents applyEvents;
    MessageStore messages;
    Retention retention;
    Instant now = StoreAnswers.TEN;

    @BeforeEach
    void openNew() throws Exception {
        url = kind.freshUrl(directory);
        open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    void open() {
        database = new Database(url, "sms", "");
        applyEvents = new ApplyEvents(
                database,
                () -> now,
                provider -> provider,
                message -> !message.options().reportUrl().isEmpty(),
                message -> "ann",
                Duration.ofHours(24),
                Alphabet::decode,
                batches -> {});
        messages = new MessageStore(database, () -> now, ORPHAN_MILLIS);
        retention = new Retention(database, () -> now, Duration.ofDays(30));
    }

    /** What a kill leaves: the database alone. */
    void openAgain() {
        database.close();
        open();
    }

    void after(Duration time) {
        now = now.plus(time);
    }

    /** A batch that is published. */
    List<Event> apply(Event... events) {
        List<Event> told = applyEvents.applied(List.of(events));
        applyEvents.published();
        return told;
    }

    StoredMessage found(String id) {
        return messages.find(id).orElseThrow();
    }

    void assertState(MessageState state, String id) {
        assertEquals(state, found(id).state());
    }

    /** @return how many receipts wait for their message */
    int parked() {
        Instant then = now;
        after(Duration.ofHours(1));
        int count = messages.orphans(100).size();
        assertEquals(count, messages.orphanCount());
        now = then;
        return count;
    }

    static void assertTypes(List<Event> events, EventType... types) {
        assertEquals(List.of(types), events.stream().map(Event::type).toList());
    }
}
