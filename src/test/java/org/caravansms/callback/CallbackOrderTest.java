package org.caravansms.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.caravansms.callback.CallbackOrder.CallbackOutOfOrderException;
import org.caravansms.message.Callback;
import org.caravansms.message.Outcome;
import org.caravansms.message.PartProgress;
import org.junit.jupiter.api.Test;

class CallbackOrderTest {

    private final CallbackOrder order = new CallbackOrder();
    private final Callback first = callback("first", "m1", 1);
    private final Callback second = callback("second", "m1", 2);

    @Test
    void secondShouldWaitEvenWhenItIsTakenBeforeTheFirst() {
        order.expect(List.of(first));
        order.expect(List.of(second));
        assertThrows(CallbackOutOfOrderException.class, () -> take(second));
        Exchange exchange = take(first);
        assertThrows(CallbackOutOfOrderException.class, () -> take(second));
        commit(exchange, new Outcome.Sent(List.of()));
        take(second);
    }

    @Test
    void callbackOfAnotherMessageOrReceiverShouldNotWait() {
        take(first);
        take(callback("other", "m2", 3));
        take(new Callback("second", "m1", "other", "http://h/", "", "", Instant.EPOCH));
    }

    @Test
    void secondShouldWaitWhileTheFirstWaitsForItsNextTryAndGoOnWhenThatIsGivenUp() {
        commit(take(first), new Outcome.Retry(Duration.ofSeconds(60), "status 503", true, PartProgress.NONE));
        order.failed(first, Duration.ofSeconds(60));
        CallbackOutOfOrderException turn = assertThrows(CallbackOutOfOrderException.class, () -> take(second));
        assertEquals(60, turn.pause.toSeconds());
        commit(take(first), new Outcome.Failed("status 503", PartProgress.NONE));
        take(second);
    }

    @Test
    void firstWhoseTransactionFailedShouldComeAgainBeforeTheSecond() {
        Exchange exchange = take(first);
        exchange.getMessage().setBody(new Outcome.Sent(List.of()));
        exchange.setException(new IllegalStateException("not committed"));
        UnitOfWorkHelper.doneSynchronizations(
                exchange, exchange.getExchangeExtension().handoverCompletions());
        assertThrows(CallbackOutOfOrderException.class, () -> take(second));
        take(first);
    }

    @Test
    void recalledCallbacksShouldBeInTheOrderInWhichTheyWereMade() {
        order.recall(callback("third", "m1", 3));
        order.recall(first);
        order.recall(second);
        assertThrows(CallbackOutOfOrderException.class, () -> take(second));
        take(first);
    }

    private Exchange take(Callback callback) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        order.acquire(callback, exchange);
        return exchange;
    }

    private static void commit(Exchange exchange, Outcome outcome) {
        exchange.getMessage().setBody(outcome);
        UnitOfWorkHelper.doneSynchronizations(
                exchange, exchange.getExchangeExtension().handoverCompletions());
    }

    private static Callback callback(String id, String about, int second) {
        return new Callback(id, about, "lane", "http://h/", "", "", Instant.EPOCH.plusSeconds(second));
    }
}
