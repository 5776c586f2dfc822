package org.caravansms.store;

import static org.caravansms.message.EventType.DELIVERED;
import static org.caravansms.message.EventType.UNDELIVERED;
import static org.caravansms.message.EventType.UNDER_WAY;
import static org.caravansms.store.StoreAnswers.accepted;
import static org.caravansms.store.StoreAnswers.receipt;
import static org.caravansms.store.StoreAnswers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"Xy12Ab, Xy12aB", "0077, 77", "77, 0077", "4F2A, 4f2a", "20266, 4f2a", "4f2a, 20266"})
    void receiptShouldBeForTheIdThatIsSpelledSo(String id, String alike) {
        apply(accepted("m"), submitted("m", id), accepted("n"), submitted("n", alike));
        openAgain();
        assertTypes(apply(receipt(id, DeliveryState.DELIVERED)), DELIVERED);
        assertState(MessageState.SENDING, "n");
        assertTypes(apply(receipt(alike, DeliveryState.UNDELIVERABLE)), UNDELIVERED);
        assertState(MessageState.DELIVERED, "m");
    }

    @ParameterizedTest
    @CsvSource({"Xy12Ab, Xy12aB", "0077, 77", "77, 0077"})
    void receiptsThatWaitShouldBeForTheIdThatIsSpelledSo(String id, String alike) {
        assertTypes(apply(receipt(alike, DeliveryState.UNDELIVERABLE), receipt(id, DeliveryState.DELIVERED)));
        openAgain();
        assertTypes(apply(accepted("m"), submitted("m", id)), DELIVERED);
        assertEquals(1, parked());
        assertTypes(apply(accepted("n"), submitted("n", alike)), UNDELIVERED);
        assertEquals(0, parked());
    }

    @Test
    void receiptAheadOfItsSubmitInABatchShouldBeForTheIdThatIsSpelledSo() {
        apply(accepted("m"), submitted("m", "Xy12Ab"));
        apply(receipt("Xy12aB", DeliveryState.DELIVERED), accepted("n"), submitted("n", "Xy12aB"));
        assertState(MessageState.SENDING, "m");
        assertState(MessageState.DELIVERED, "n");
    }

    @Test
    void idOfTheTextShouldBeTriedWhereTheParametersIsUnknown() {
        apply(accepted("m"), submitted("m", "a"), accepted("n"), submitted("n", "b"));
        assertTypes(apply(receipt("a", "b", DeliveryState.DELIVERED)), DELIVERED);
        assertState(MessageState.DELIVERED, "m");
        assertTypes(apply(receipt("c", "b", DeliveryState.DELIVERED)), DELIVERED);
        assertTypes(apply(receipt("e", "d", DeliveryState.DELIVERED)));
        openAgain();
        assertTypes(apply(accepted("o"), submitted("o", "d")), DELIVERED);
        assertEquals(0, parked());
    }

    @Test
    void emptyIdShouldMeanNoMessage() {
        apply(accepted("m"), submitted("m", ""));
        assertTypes(apply(receipt("", DeliveryState.DELIVERED)));
        assertEquals(1, parked());
    }

    @Test
    void definiteEndShouldReplaceAnUnknownOne() {
        apply(accepted("m"), submitted("m", "a"));
        assertEquals(List.of(MessageState.UNKNOWN), states(apply(receipt("a", DeliveryState.UNKNOWN))));
        assertTypes(apply(receipt("a", DeliveryState.ENROUTE)));
        assertEquals(
                List.of(MessageState.UNDELIVERABLE),
                states(apply(receipt("a", DeliveryState.UNDELIVERABLE, StoreAnswers.HANDSET, 3))));
        assertTypes(apply(receipt("a", DeliveryState.EXPIRED, StoreAnswers.HANDSET, 4)));
        assertTypes(apply(receipt("a", DeliveryState.UNKNOWN, StoreAnswers.HANDSET, 5)));
        assertState(MessageState.UNDELIVERABLE, "m");
        assertTypes(apply(receipt("a", DeliveryState.DELIVERED, StoreAnswers.HANDSET, 6)), DELIVERED);
    }

    @Test
    void definiteEndOfAPartShouldReplaceAnUnknownOneOfAnother() {
        apply(accepted("m"), submitted("m", "a", "b", "c"));
        apply(receipt("a", DeliveryState.UNKNOWN), receipt("c", DeliveryState.DELIVERED));
        assertEquals(List.of(MessageState.REJECTED), states(apply(receipt("b", DeliveryState.REJECTED))));
    }

    @Test
    void idThatPartsShareShouldCountForAllOfThem() {
        apply(accepted("m"), submitted("m", "a", "a", "a"), accepted("n"), submitted("n", "b", "b", "c"));
        assertTypes(apply(receipt("a", DeliveryState.DELIVERED)), DELIVERED);
        assertTypes(apply(receipt("b", DeliveryState.DELIVERED)));
        assertTypes(apply(receipt("c", DeliveryState.DELIVERED)), DELIVERED);
    }

    @Test
    void idThatPartsShareShouldCountForThoseThatAreSentLater() {
        apply(accepted("m"), StoreAnswers.at(1, EventType.DELAYED, "m").with(StoreAnswers.parts("a")));
        apply(receipt("a", DeliveryState.DELIVERED));
        assertTypes(apply(StoreAnswers.at(9, EventType.SUBMITTED, "m").with(StoreAnswers.parts("a", "a"))), DELIVERED);
    }

    @Test
    void receiptForAMessageShouldSettleAllItsParts() {
        apply(accepted("m"), submitted("m", "a", "b", "c"), accepted("n"), submitted("n", "d", "e"));
        assertTypes(apply(StoreAnswers.receiptOfMessage("c", DeliveryState.ENROUTE)), UNDER_WAY);
        apply();
        openAgain();
        assertTypes(apply(StoreAnswers.receiptOfMessage("c", DeliveryState.DELIVERED)), DELIVERED);
        assertTypes(apply(StoreAnswers.receiptOfMessage("d", DeliveryState.UNDELIVERABLE)), UNDELIVERED);
        assertEquals("all parts, error 034", found("m").history().get(3).detail());
    }

    private static List<MessageState> states(List<Event> told) {
        return told.stream().map(Event::state).toList();
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
        apply(Event.accepted(StoreAnswers.withAll("m")), submitted("m", "a"), accepted("n"), submitted("n", "b"));
        List<Event> told = apply(receipt("a", DeliveryState.DELIVERED), receipt("b", DeliveryState.DELIVERED));
        assertEquals(2, told.size());
        told.forEach(event -> {
            if (event.messageId().equals("m")) {
                assertEquals(StoreAnswers.withAll("m"), event.subject());
            } else {
                assertNull(event.subject());
            }
        });
    }

    @Test
    void repeatedIdShouldMeanTheMessageToThatHandset() {
        apply(
                Event.accepted(StoreAnswers.to("m", "+36301111111")),
                submitted("m", "a"),
                accepted("n"),
                submitted("n", "a"));
        apply(receipt("a", DeliveryState.DELIVERED, "36301111111", 2));
        assertState(MessageState.DELIVERED, "m");
        assertState(MessageState.SENDING, "n");
    }

    @Test
    void idOfTheSameBatchShouldBeTakenInItsOwnSpellingOnly() {
        apply(accepted("m"), submitted("m", "0A"));
        apply(
                accepted("n"),
                submitted("n", "0B"),
                receipt("a", DeliveryState.DELIVERED),
                receipt("0B", DeliveryState.DELIVERED));
        assertState(MessageState.DELIVERED, "m");
        assertState(MessageState.DELIVERED, "n");
    }

    @Test
    void whatWasNotPublishedShouldBeHandedOutAgainUntilItIs() {
        List<Event> told = applyEvents.applied(List.of(
                Event.accepted(StoreAnswers.withAll("m")), submitted("m", "a"), receipt("a", DeliveryState.DELIVERED)));
        openAgain();
        assertEquals(told, applyEvents.applied(List.of()));
        applyEvents.forget();
        assertEquals(told, applyEvents.applied(List.of(receipt("a", DeliveryState.DELIVERED))));
        applyEvents.published();
        assertEquals(List.of(), apply());
        openAgain();
        assertEquals(List.of(), apply());
    }

    @Test
    void whatWasPublishedShouldNotBeHandedOutByTheNextRun() {
        List<Event> told = apply(
                Event.accepted(StoreAnswers.withAll("m")), submitted("m", "a"), receipt("a", DeliveryState.DELIVERED));
        assertEquals(1, told.size());
        openAgain();
        assertEquals(List.of(), apply());
    }
}
