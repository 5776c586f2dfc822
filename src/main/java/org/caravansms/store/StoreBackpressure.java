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
 * The step of the route {@code store} that lets messages go first: while they take all that the machine has the store
 * rests, unless somebody asks it, it is too far behind, or the gateway stops and waits for its batch.
 */
public final class StoreBackpressure {

    private static final Logger LOG = LoggerFactory.getLogger(StoreBackpressure.class);

    /** Above it, what the store does is taken from the messages. */
    private static final double BUSY = 0.9;

    private final DoubleSupplier load;
    private final BooleanSupplier queried;
    private final InstantSource clock;
    private final Duration furthest;
    private boolean wasBusy;
    private boolean warned;

    /**
     * @param load of the machine's processors since the last call, from 0 to 1
     * @param queried whether somebody waits for the store
     * @param furthest how far behind it rests no more
     */
    public StoreBackpressure(DoubleSupplier load, BooleanSupplier queried, InstantSource clock, Duration furthest) {
        this.load = load;
        this.queried = queried;
        this.clock = clock;
        this.furthest = furthest;
    }

    /** @param batch what the store would do next */
    public boolean isDue(@Body List<Exchange> batch) {
        boolean busy = isBusy();
        Duration behind = behind(batch);
        boolean far = behind.compareTo(furthest) >= 0;
        warn(busy && far, behind);
        return busy
                && !far
                && !queried.getAsBoolean()
                && !batch.get(0).getContext().isStopping();
    }

    /** One without a time is new. */
    private Duration behind(List<Exchange> batch) {
        long published = batch.get(0).getMessage().getMessageTimestamp();
        return published == 0 ? Duration.ZERO : Duration.between(Instant.ofEpochMilli(published), clock.instant());
    }

    /** Two looks in a row must find time to spare: one that does found the messages drawing breath. */
    private boolean isBusy() {
        boolean before = wasBusy;
        wasBusy = load.getAsDouble() > BUSY;
        return wasBusy || before;
    }

    /** Once, until it has caught up with half of it. */
    private void warn(boolean noMore, Duration behind) {
        if (noMore && !warned && !furthest.isZero()) {
            LOG.warn(
                    "The store is {} s behind and rests no more, see sms.store.backpressure-millis: messages share the machine with it",
                    behind.toSeconds());
            warned = true;
        } else if (behind.multipliedBy(2).compareTo(furthest) < 0) {
            warned = false;
        }
    }
}
