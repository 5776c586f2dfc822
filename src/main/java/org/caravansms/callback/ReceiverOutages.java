package org.caravansms.callback;

import org.caravansms.message.Callback;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells once that a receiver does not take callbacks, and once that it does again: a line a callback fills the log. */
final class ReceiverOutages {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiverOutages.class);
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** Clients choose the hosts; those beyond share one outage. */
    private static final int MOST = 1000;

    private static final String OTHERS = "other receivers";

    private final Map<String, Receiver> receivers = new HashMap<>();
    private final LongSupplier nanos;

    /** @param nanos a clock that nobody sets: a receiver that takes every other callback is told of once a minute */
    ReceiverOutages(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private static final class Receiver {
        private boolean told;
        private long toldAt;
        private int failed;
        private int givenUp;
    }

    /** @param givenUp whether it was the last try, and the callback is among the dead letters now */
    synchronized void failed(Callback callback, String reason, boolean givenUp) {
        String name = name(callback);
        boolean first = !receivers.containsKey(name);
        Receiver receiver = receivers.computeIfAbsent(name, unused -> new Receiver());
        receiver.failed++;
        receiver.givenUp += givenUp ? 1 : 0;
        if (!receiver.told && (first || nanos.getAsLong() - receiver.toldAt > PAUSE_NANOS)) {
            receiver.told = true;
            receiver.toldAt = nanos.getAsLong();
            LOG.warn(
                    "Callbacks to {} fail: {}. They are tried again; the next line is that of its return",
                    name,
                    reason);
        }
    }

    synchronized void taken(Callback callback) {
        Receiver receiver = receivers.get(name(callback));
        if (receiver != null && receiver.told) {
            LOG.warn(
                    "Callbacks to {} are taken again; {} tries failed meanwhile, {} callbacks were given up",
                    name(callback),
                    receiver.failed,
                    receiver.givenUp);
            receiver.told = false;
            receiver.failed = 0;
            receiver.givenUp = 0;
        }
    }

    /** @return host and port: what follows in the URL is private */
    private String name(Callback callback) {
        URI url = URI.create(callback.url());
        String name = url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
        return receivers.containsKey(name) || receivers.size() < MOST ? name : OTHERS;
    }
}
