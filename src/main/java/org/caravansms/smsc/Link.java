package org.caravansms.smsc;

import java.net.SocketException;
import java.util.function.BooleanSupplier;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.Session;
import org.jsmpp.session.SessionStateListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a provider's SMSC is bound, SMPP 3.4 section 2.2: the endpoint tells it, and its queue is read only while it is. */
public final class Link implements SessionStateListener, BooleanSupplier {

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private final String provider;
    private final String address;
    private volatile boolean bound;

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
        if (now.isBound() == bound) {
            return;
        }
        if (now.isBound()) {
            sendAtOnce(source);
        }
        LOG.info("Provider {} is {} {}", provider, now.isBound() ? "bound to" : "no longer bound to", address);
        bound = now.isBound();
    }

    private void sendAtOnce(Session session) {
        try {
            NoDelay.on(session);
        } catch (ReflectiveOperationException | SocketException | RuntimeException e) {
            LOG.warn("Provider {} sends with Nagle's algorithm, which makes windows slow: {}", provider, e.toString());
        }
    }

    @Override
    public boolean getAsBoolean() {
        return bound;
    }

    /** One line for the start-up. */
    @Override
    public String toString() {
        return provider + (bound ? ", bound to " : ", not bound yet to ") + address;
    }
}
