package org.caravansms;

import java.time.Duration;
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
public final class GiveWay {

    private static final Logger LOG = LoggerFactory.getLogger(GiveWay.class);

    /** Above it, what the store does is taken from the messages. */
    private static final double BUSY = 0.9;

    private final DoubleSupplier load;
    private final BooleanSupplier asked;
    private final StoreLag lag;
    private final Duration furthest;
    private boolean wasBusy;
    private boolean told;

    /**
     * @param load of the machine's processors since the last call, from 0 to 1
     * @param asked whether somebody waits for the store
     * @param furthest how far it may be behind
     */
    GiveWay(DoubleSupplier load, BooleanSupplier asked, StoreLag lag, Duration furthest) {
        this.load = load;
        this.asked = asked;
        this.lag = lag;
        this.furthest = furthest;
    }

    /** @param batch what the store would do next */
    public boolean isDue(@Body List<Exchange> batch) {
        lag.took(batch);
        boolean busy = isBusy();
        Duration behind = lag.behind();
        boolean far = behind.compareTo(furthest) >= 0;
        tell(busy && far, behind);
        return busy
                && !far
                && !asked.getAsBoolean()
                && !batch.get(0).getContext().isStopping();
    }

    /** Two looks in a row must find time to spare: one that does found the messages drawing breath. */
    private boolean isBusy() {
        boolean before = wasBusy;
        wasBusy = load.getAsDouble() > BUSY;
        return wasBusy || before;
    }

    /** Once, until it has caught up with half of it. */
    private void tell(boolean noMore, Duration behind) {
        if (noMore && !told && !furthest.isZero()) {
            LOG.warn(
                    "The store is {} s behind, as far as sms.store.give-way-millis allows: messages share the machine with it now",
                    behind.toSeconds());
            told = true;
        } else if (behind.multipliedBy(2).compareTo(furthest) < 0) {
            told = false;
        }
    }
}
