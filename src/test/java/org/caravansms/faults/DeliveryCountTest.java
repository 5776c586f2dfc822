package org.caravansms.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryCountTest {
    private final List<SentMessage> sent = new ArrayList<>(
            IntStream.range(0, 5).mapToObj(DeliveryCountTest::accepted).toList());
    private final List<Arrived> arrived =
            new ArrayList<>(IntStream.range(0, 5).mapToObj(this::arrived).toList());

    private static SentMessage accepted(int i) {
        return SentMessage.unanswered("k-" + i, "+3620000000" + i, "k-" + i + " text")
                .accepted("id" + i);
    }

    private Arrived arrived(int i) {
        return new Arrived(sent.get(i).recipient().substring(1), sent.get(i).text());
    }

    private DeliveryCount count() {
        return DeliveryCount.of(sent, arrived);
    }

    @Test
    void equalJournalsShouldShowNothing() {
        assertEquals(new DeliveryCount(5, 0, 0, 5, Set.of(), Set.of(), Set.of(), 0), count());
    }

    @Test
    void droppedLineShouldBeLost() {
        arrived.remove(3);
        assertEquals(new DeliveryCount(5, 0, 0, 4, Set.of("k-3"), Set.of(), Set.of(), 0), count());
    }

    @Test
    void addedLineShouldBeInvented() {
        arrived.add(new Arrived("36200000009", "k-9 text"));
        assertEquals(new DeliveryCount(5, 0, 0, 6, Set.of(), Set.of("k-9"), Set.of(), 0), count());
    }

    @Test
    void rejectedMessageThatArrivedShouldBeInvented() {
        sent.set(2, sent.get(2).rejected());
        assertEquals(new DeliveryCount(4, 0, 1, 5, Set.of(), Set.of("k-2"), Set.of(), 0), count());
    }

    @Test
    void rejectedMessageThatDidNotArriveShouldShowNothing() {
        sent.add(accepted(5).rejected());
        assertEquals(new DeliveryCount(5, 0, 1, 5, Set.of(), Set.of(), Set.of(), 0), count());
    }

    @Test
    void unansweredMessageMayArriveOrNot() {
        sent.add(SentMessage.unanswered("k-5", "+36200000005", "k-5 text"));
        sent.add(SentMessage.unanswered("k-6", "+36200000006", "k-6 text"));
        arrived.add(arrived(5));
        assertEquals(new DeliveryCount(5, 2, 0, 6, Set.of(), Set.of(), Set.of(), 0), count());
    }

    @Test
    void alteredTextShouldBeAltered() {
        arrived.set(1, new Arrived(arrived.get(1).recipient(), "k-1 test"));
        assertEquals(new DeliveryCount(5, 0, 0, 5, Set.of(), Set.of(), Set.of("k-1"), 0), count());
    }

    @Test
    void alteredRecipientShouldBeAltered() {
        arrived.set(1, new Arrived("36200000000", arrived.get(1).text()));
        assertEquals(new DeliveryCount(5, 0, 0, 5, Set.of(), Set.of(), Set.of("k-1"), 0), count());
    }

    @Test
    void alteredNumberShouldBeLostAndInvented() {
        arrived.set(1, new Arrived(arrived.get(1).recipient(), "k-7 text"));
        assertEquals(new DeliveryCount(5, 0, 0, 5, Set.of("k-1"), Set.of("k-7"), Set.of(), 0), count());
    }

    @Test
    void repeatedLinesShouldBeDuplicates() {
        arrived.add(arrived(1));
        arrived.add(arrived(1));
        arrived.add(arrived(4));
        assertEquals(new DeliveryCount(5, 0, 0, 8, Set.of(), Set.of(), Set.of(), 3), count());
    }
}
