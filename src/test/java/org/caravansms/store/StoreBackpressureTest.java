package org.caravansms.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class StoreBackpressureTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration FURTHEST = Duration.ofSeconds(30);

    private double load = 1.0;
    private boolean asked;

    @Test
    void storeShouldRestWhileMessagesTakeTheWholeMachine() {
        assertTrue(giveWay(FURTHEST).isDue(published(1)));
    }

    @Test
    void storeShouldWorkWhileThereIsSomethingToSpare() {
        load = 0.85;
        assertFalse(giveWay(FURTHEST).isDue(published(1)));
    }

    @Test
    void storeShouldRestOnWhileMessagesOnlyDrawBreath() {
        StoreBackpressure giveWay = giveWay(FURTHEST);
        giveWay.isDue(published(1));
        load = 0.5;
        assertTrue(giveWay.isDue(published(1)));
        assertFalse(giveWay.isDue(published(1)));
    }

    @Test
    void storeShouldWorkForWhoAsksIt() {
        asked = true;
        assertFalse(giveWay(FURTHEST).isDue(published(1)));
    }

    @Test
    void gatewayThatStopsShouldNotWaitForTheStoreToRest() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext() {
            @Override
            public boolean isStopping() {
                return true;
            }
        });
        assertFalse(giveWay(FURTHEST).isDue(List.of(exchange)));
    }

    @Test
    void storeShouldWorkOnceItIsTooFarBehind() {
        assertTrue(giveWay(FURTHEST).isDue(published(29)));
        assertFalse(giveWay(FURTHEST).isDue(published(30)));
    }

    @Test
    void storeThatNeverGivesWayShouldWorkAtOnce() {
        assertFalse(giveWay(Duration.ZERO).isDue(published(0)));
    }

    @Test
    void loadThatIsNotKnownShouldNotStopTheStore() {
        load = -1;
        assertFalse(giveWay(FURTHEST).isDue(published(1)));
    }

    @Test
    void eventsWithoutATimeShouldCountAsNew() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        assertTrue(giveWay(FURTHEST).isDue(List.of(exchange)));
    }

    private StoreBackpressure giveWay(Duration furthest) {
        SlowAcceptance acceptance = new SlowAcceptance(() -> NOW, Duration.ZERO);
        return new StoreBackpressure(() -> load, () -> asked, () -> NOW, furthest, acceptance);
    }

    private static List<Exchange> published(int secondsAgo) {
        return List.of(at(NOW.minusSeconds(secondsAgo)), at(NOW));
    }

    private static Exchange at(Instant time) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader(Exchange.MESSAGE_TIMESTAMP, time.toEpochMilli());
        return exchange;
    }
}
