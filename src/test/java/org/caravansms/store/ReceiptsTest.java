package org.caravansms.store;

import static org.caravansms.message.EventType.DELIVERED;
import static org.caravansms.message.EventType.UNDELIVERED;
import static org.caravansms.message.EventType.UNDER_WAY;
import static org.caravansms.store.Told.accepted;
import static org.caravansms.store.Told.receipt;
import static org.caravansms.store.Told.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.MessageState;
import org.junit.jupiter.api.Test;

class ReceiptsTest extends StoreFixture {

    @Test
    void deliveryShouldBeToldOfOnce() {
        assertTypes(apply(accepted("m"), submitted("m", "a"), receipt("a", DeliveryState.DELIVERED)), DELIVERED);
        assertTypes(apply(receipt("a", DeliveryState.DELIVERED), receipt("a", DeliveryState.ENROUTE)));
        assertState(MessageState.DELIVERED, "m");
    }

    @Test
    void idShouldBeFoundInAnyForm() {
        apply(accepted("m"), submitted("m", "0004F2A"));
        assertTypes(apply(receipt("20266", DeliveryState.ACCEPTED)), UNDER_WAY);
        assertTypes(apply(receipt("4f2a", DeliveryState.DELIVERED)), DELIVERED);
        assertState(MessageState.DELIVERED, "m");
    }

    @Test
    void otherFormOfAnIdShouldNotBeBelievedOfAnotherHandset() {
        apply(accepted("m"), submitted("m", "4f2a"));
        assertTypes(apply(receipt("20266", DeliveryState.DELIVERED, "36709999999", 2)));
        assertState(MessageState.SENDING, "m");
    }

    @Test
    void receiptBeforeItsSubmitShouldWait() {
        assertTypes(apply(receipt("a", DeliveryState.DELIVERED)));
        assertEquals(1, parked());
        assertTypes(apply(accepted("m"), submitted("m", "A")), DELIVERED);
        assertEquals(0, parked());
    }

    @Test
    void receiptWithoutAMessageShouldBecomeAnOrphan() {
        apply(receipt("a", DeliveryState.DELIVERED), receipt("a", DeliveryState.DELIVERED));
        assertEquals(List.of(), messages.orphans(10));
        after(Duration.ofMinutes(6));
        assertEquals(List.of(receipt("a", DeliveryState.DELIVERED)), messages.orphans(10));
    }

    @Test
    void messageShouldBeDeliveredWhenAllItsPartsAre() {
        apply(accepted("m"), submitted("m", "a", "b"));
        assertTypes(apply(receipt("b", DeliveryState.DELIVERED)));
        assertTypes(apply(receipt("a", DeliveryState.DELIVERED)), DELIVERED);
    }

    @Test
    void messageShouldBeUndeliveredWhenOnePartIs() {
        apply(accepted("m"), submitted("m", "a", "b"));
        List<Event> told = apply(receipt("b", DeliveryState.UNDELIVERABLE));
        assertTypes(told, UNDELIVERED);
        assertEquals(MessageState.UNDELIVERABLE, told.get(0).state());
        assertEquals("UNDELIVERABLE, error 034", told.get(0).reason());
        assertTypes(apply(receipt("a", DeliveryState.DELIVERED)));
    }

    @Test
    void messageShouldBeToldOfWholeWhenItsClientWantsToHear() {
        apply(Event.accepted(Told.withAll("m")), submitted("m", "a"), accepted("n"), submitted("n", "b"));
        List<Event> told = apply(receipt("a", DeliveryState.DELIVERED), receipt("b", DeliveryState.DELIVERED));
        assertEquals(2, told.size());
        told.forEach(event -> {
            if (event.messageId().equals("m")) {
                assertEquals(Told.withAll("m"), event.subject());
            } else {
                assertNull(event.subject());
            }
        });
    }

    @Test
    void repeatedIdShouldMeanTheMessageToThatHandset() {
        apply(Event.accepted(Told.to("m", "+36301111111")), submitted("m", "a"), accepted("n"), submitted("n", "a"));
        apply(receipt("a", DeliveryState.DELIVERED, "36301111111", 2));
        assertState(MessageState.DELIVERED, "m");
        assertState(MessageState.SENDING, "n");
    }

    @Test
    void whatWasNotPublishedShouldBeHandedOutAgainUntilItIs() {
        List<Event> told = applyEvents.apply(
                List.of(Event.accepted(Told.withAll("m")), submitted("m", "a"), receipt("a", DeliveryState.DELIVERED)));
        openAgain();
        assertEquals(told, applyEvents.apply(List.of()));
        applyEvents.forget();
        assertEquals(told, applyEvents.apply(List.of(receipt("a", DeliveryState.DELIVERED))));
        applyEvents.published();
        assertEquals(List.of(), apply());
        openAgain();
        assertEquals(List.of(), apply());
    }
}
