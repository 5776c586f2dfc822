package org.caravansms.store;

import static org.caravansms.store.StoreAnswers.accepted;
import static org.caravansms.store.StoreAnswers.at;
import static org.caravansms.store.StoreAnswers.receipt;
import static org.caravansms.store.StoreAnswers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.Folder;
import org.caravansms.message.FolderItem;
import org.caravansms.message.MessageState;
import org.caravansms.message.StoredMessage;
import org.junit.jupiter.api.Test;

class MessageStoreTest extends StoreFixture {

    @Test
    void messageShouldBeFoundAsItWasByItsUserOnly() {
        apply(Event.accepted(StoreAnswers.withAll("m")));
        assertEquals(
                StoreAnswers.withAll("m"),
                messages.find("ann", "m").orElseThrow().message());
        assertTrue(messages.find("bob", "m").isEmpty());
    }

    @Test
    void messageShouldBeScheduledUntilItsTime() {
        apply(Event.accepted(StoreAnswers.withAll("m")));
        assertState(MessageState.SCHEDULED, "m");
        after(Duration.ofMinutes(2));
        assertState(MessageState.PREPARING, "m");
    }

    @Test
    void batchOfThisRunThatIsRepeatedShouldChangeNothing() {
        after(Duration.ofSeconds(-1));
        openAgain();
        apply(accepted("m"), submitted("m", "a"));
        applyEvents.forget();
        apply(accepted("m"), submitted("m", "a"));
        assertEquals(2, found("m").history().size());
    }

    @Test
    void messageOfAnEarlierRunShouldBeStoredOnceAlsoWhenTheClockWasSetBack() {
        apply(accepted("m"), submitted("m", "a"));
        after(Duration.ofHours(-1));
        openAgain();
        assertThrows(StoreUnavailableException.class, () -> apply(accepted("m")));
        apply(accepted("m"));
        apply(receipt("a", DeliveryState.DELIVERED));
        assertState(MessageState.DELIVERED, "m");
        assertEquals(3, found("m").history().size());
    }

    @Test
    void lifeShouldReadTheSameInAnyOrder() {
        List<Event> life = List.of(
                accepted("m"),
                at(1, EventType.DELAYED, "m").because("busy"),
                at(2, EventType.FAILED, "m").because("refused"),
                at(3, EventType.RESENT, "m"),
                at(4, EventType.SUBMITTED, "m").with(StoreAnswers.parts("a1", "a2")),
                receipt("a1", DeliveryState.ENROUTE, StoreAnswers.HANDSET, 5),
                receipt("a1", DeliveryState.DELIVERED, StoreAnswers.HANDSET, 6),
                receipt("a2", DeliveryState.DELIVERED, StoreAnswers.HANDSET, 7));
        StoredMessage expected = null;
        for (int seed = 0; seed < 40; seed++) {
            StoredMessage now = inOrder(life, new Random(seed), "m" + seed);
            expected = expected == null ? now : expected;
            assertEquals(expected.state(), now.state(), "seed " + seed);
            assertEquals(expected.doneAt(), now.doneAt(), "seed " + seed);
            assertEquals(expected.submittedAt(), now.submittedAt(), "seed " + seed);
            assertEquals(details(expected), details(now), "seed " + seed);
        }
        assertEquals(MessageState.DELIVERED, expected.state());
    }

    /** In batches of one to three, with repetitions. */
    private StoredMessage inOrder(List<Event> life, Random random, String id) {
        List<Event> events = new ArrayList<>();
        life.forEach(event -> events.add(StoreAnswers.of(event, id)));
        events.addAll(List.copyOf(events).subList(0, 1 + random.nextInt(events.size())));
        Collections.shuffle(events, random);
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(3));
            apply(events.subList(from, to).toArray(Event[]::new));
            from = to;
        }
        return found(id);
    }

    private static List<String> details(StoredMessage message) {
        String id = message.message().id();
        return message.history().stream()
                .map(entry -> (entry.at() + " " + entry.what() + " " + entry.detail()).replace(id, ""))
                .toList();
    }

    @Test
    void stateShouldDecideTheFolder() {
        apply(
                accepted("out"),
                accepted("held"),
                at(1, EventType.HELD, "held"),
                accepted("no"),
                at(1, EventType.FAILED, "no"));
        apply(accepted("sent"), submitted("sent", "a"), accepted("gone"), at(1, EventType.DROPPED, "gone"));
        assertEquals(List.of("out", "held"), ids(Folder.OUTBOX));
        assertEquals(List.of("sent"), ids(Folder.SENT));
        assertEquals(List.of("no", "gone"), ids(Folder.NOTSENT));
        assertState(MessageState.UNKNOWN, "held");
        assertState(MessageState.REJECTED, "no");
        assertState(MessageState.DELETED, "gone");
    }

    @Test
    void deletedMessageShouldStayDeletedAndGoForGoodTheSecondTime() {
        apply(accepted("m"), submitted("m", "a"));
        assertEquals(List.of(), messages.delete("bob", Folder.SENT, List.of("m")));
        assertEquals(List.of("m"), messages.delete("ann", Folder.SENT, List.of("m", "x")));
        apply(receipt("a", DeliveryState.DELIVERED));
        assertEquals(List.of("m"), ids(Folder.DELETED));
        assertEquals(List.of("m"), messages.delete("ann", Folder.DELETED, List.of("m")));
        assertEquals(List.of(), ids(Folder.DELETED));
        assertTrue(messages.find("m").isEmpty());
    }

    @Test
    void oldMessagesShouldGoUnlessTheyHaveStillToBeSent() {
        apply(accepted("m"), submitted("m", "a"), accepted("waits"), receipt("z", DeliveryState.DELIVERED));
        after(Duration.ofDays(29));
        retention.sweep();
        assertState(MessageState.SENDING, "m");
        after(Duration.ofDays(2));
        retention.sweep();
        assertTrue(messages.find("m").isEmpty());
        assertState(MessageState.PREPARING, "waits");
        assertEquals(0, parked());
    }

    @Test
    void numberShouldBeErasedHoweverItIsWritten() {
        apply(
                accepted("m"),
                StoreAnswers.part("p", 1, 1, "Hi"),
                StoreAnswers.part("q", 1, 2, "half"),
                receipt("z", DeliveryState.DELIVERED));
        assertEquals(0, retention.erase("+36201234568"));
        assertEquals(4, retention.erase("0036 20 123-4567"));
        assertTrue(messages.find("m").isEmpty());
        assertEquals(List.of(), ids(Folder.INBOX));
        assertEquals(0, parked());
    }

    private List<String> ids(Folder folder) {
        return messages.list("ann", folder, 10).stream().map(FolderItem::id).toList();
    }
}
