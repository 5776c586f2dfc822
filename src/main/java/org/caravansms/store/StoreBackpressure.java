package org.caravansms.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step of the route {@code store} that gives messages precedence: while the processors are busy the store pauses,
 * unless a query waits for it, it is too far behind, or the gateway stops.
 */
public final class StoreBackpressure {

    private static final Logger LOG = LoggerFactory.getLogger(StoreBackpressure.class);

    /** Above this load the store would slow the messages down. */
    private static final double BUSY = 0.9;

    private final DoubleSupplier load;
    private final BooleanSupplier queried;
    private final InstantSource clock;
    private final Duration furthest;
    private final SlowAcceptance acceptance;
    private boolean wasBusy;
    private boolean warned;

    /**
     * @param load of the machine's processors since the last call, from 0 to 1
     * @param queried whether a query waits for the store
     * @param furthest the delay from which on it does not pause
     * @param acceptance is told the delay of each batch that is due
     */
    public StoreBackpressure(
            DoubleSupplier load,
            BooleanSupplier queried,
            InstantSource clock,
            Duration furthest,
            SlowAcceptance acceptance) {
        this.load = load;
        this.queried = queried;
        this.clock = clock;
        this.furthest = furthest;
        this.acceptance = acceptance;
    }

    /** @param batch the next batch of the store */
    public boolean isDue(@Body List<Exchange> batch) {
        boolean busy = isBusy();
        Instant oldest = oldest(batch);
        Duration behind = Duration.between(oldest, clock.instant());
        boolean far = behind.compareTo(furthest) >= 0;
        warn(busy && far, behind);
        boolean pauses = busy
                && !far
                && !queried.getAsBoolean()
                && !batch.get(0).getContext().isStopping();
        if (!pauses) {
            acceptance.takes(oldest);
        }
        return pauses;
    }

    /** A message without a time is new. */
    private Instant oldest(List<Exchange> batch) {
        long published = batch.get(0).getMessage().getMessageTimestamp();
        return published == 0 ? clock.instant() : Instant.ofEpochMilli(published);
    }

    /** Idle only after two measurements in a row: a single one may fall into a short gap between messages. */
    private boolean isBusy() {
        boolean before = wasBusy;
        wasBusy = load.getAsDouble() > BUSY;
        return wasBusy || before;
    }

    /** Warns once, until half of the delay is caught up. */
    private void warn(boolean noMore, Duration behind) {
        if (noMore && !warned && !furthest.isZero()) {
            LOG.warn(
                    "The store is {} s behind and pauses no more, see sms.store.backpressure-millis:"
                            + " messages share the machine with it",
                    behind.toSeconds());
            warned = true;
        } else if (behind.multipliedBy(2).compareTo(furthest) < 0) {
            warned = false;
        }
    }
}
