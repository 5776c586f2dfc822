package org.caravansms.smsc;

import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.Session;
import org.jsmpp.session.SessionStateListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a provider's SMSC is bound, SMPP 3.4 section 2.2: the endpoint tells it, and its queue is read only while it is. */
public final class Link implements SessionStateListener, BooleanSupplier {

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    /** jSMPP says bound at any bind_resp, and closed a moment later when its command_status was not ESME_ROK. */
    private static final long CERTAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final String provider;
    private final String address;
    private final Map<Session, Long> boundSince = new ConcurrentHashMap<>();
    private final AtomicBoolean bound = new AtomicBoolean();

    /**
     * @param provider the provider's name
     * @param address its SMSC's host and port, for people
     */
    public Link(String provider, String address) {
        this.provider = provider;
        this.address = address;
    }

    @Override
    public void onStateChange(SessionState now, SessionState before, Session source) {
        if (now.isBound()) {
            sendAtOnce(source);
            boundSince.put(source, System.nanoTime());
        }
    }

    /** Whether there is a session to submit on; asked before each batch. The endpoint does not tell of a session it closes. */
    @Override
    public boolean getAsBoolean() {
        boundSince.keySet().removeIf(session -> !session.getSessionState().isBound());
        boolean now = boundSince.values().stream().anyMatch(since -> System.nanoTime() - since > CERTAIN_NANOS);
        if (bound.getAndSet(now) != now) {
            LOG.info("Provider {} is {} {}", provider, now ? "bound to" : "no longer bound to", address);
        }
        return now;
    }

    private void sendAtOnce(Session session) {
        try {
            NoDelay.on(session);
        } catch (ReflectiveOperationException | SocketException | RuntimeException e) {
            LOG.warn("Provider {} sends with Nagle's algorithm, which makes windows slow: {}", provider, e.toString());
        }
    }

    /** One line for the start-up. */
    @Override
    public String toString() {
        return provider + (bound.get() ? ", bound to " : ", not bound yet to ") + address;
    }
}
