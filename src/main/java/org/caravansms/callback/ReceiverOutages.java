package org.caravansms.callback;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.caravansms.message.Callback;
import org.caravansms.message.LogFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs once that a receiver does not take callbacks, and once that it does again: a line for each would fill the log. */
final class ReceiverOutages {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiverOutages.class);
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** Clients choose the hosts: those above this number share one entry. */
    private static final int MOST = 1000;

    private static final String OTHERS = "other receivers";

    private final Map<String, Receiver> receivers = new HashMap<>();
    private final LongSupplier nanos;

    /** @param nanos a monotonic clock: a receiver that takes every other callback is logged once a minute */
    ReceiverOutages(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private static final class Receiver {
        private boolean logged;
        private long loggedAt;
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
        if (!receiver.logged && (first || nanos.getAsLong() - receiver.loggedAt > PAUSE_NANOS)) {
            receiver.logged = true;
            receiver.loggedAt = nanos.getAsLong();
            LogFields.messageId(LOG.atWarn(), callback.about())
                    .log(
                            "Callbacks to {} fail: {}. They are tried again; the next line is that of its return",
                            name,
                            reason);
        }
    }

    synchronized void taken(Callback callback) {
        Receiver receiver = receivers.get(name(callback));
        if (receiver != null && receiver.logged) {
            LOG.warn(
                    "Callbacks to {} are taken again; {} tries failed meanwhile, {} callbacks were given up",
                    name(callback),
                    receiver.failed,
                    receiver.givenUp);
            receiver.logged = false;
            receiver.failed = 0;
            receiver.givenUp = 0;
        }
    }

    /** @return host and port: the rest of the URL is private */
    private String name(Callback callback) {
        URI url = URI.create(callback.url());
        String name = url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
        return receivers.containsKey(name) || receivers.size() < MOST ? name : OTHERS;
    }
}
