package org.caravansms.smsc;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.camel.util.function.ThrowingConsumer;
import org.caravansms.message.SmscPdu;

/**
 * One bind of a provider, SMPP 3.4 section 2.2. From its start to its stop it binds again after each failure and each
 * lost session, after random waits that grow, and after a refused login when {@link Timers#alarm()} has passed. Its
 * queue is read only while it is bound. It may be started again after a stop.
 */
public final class SmppLink implements BooleanSupplier {

    private static final ThrowingConsumer<List<SmscPdu>, Exception> NO_ROUTE = pdus -> {
        throw new IllegalStateException("no route takes them");
    };

    private final Provider provider;
    private final int bind;
    private final BindThrottle throttle;
    private final SmppLinkLog log;
    private volatile BindLoop loop;
    private volatile ThrowingConsumer<List<SmscPdu>, Exception> route = NO_ROUTE;

    private SmppLink(Provider provider, int bind, BindThrottle throttle) {
        this.provider = provider;
        this.bind = bind;
        this.throttle = throttle;
        this.log = new SmppLinkLog(provider, bind);
    }

    /** @return the links of all binds, which log in one after the other: a wrong password is tried once, not by each */
    public static List<SmppLink> all(Provider provider) {
        BindThrottle throttle = new BindThrottle();
        return IntStream.rangeClosed(1, provider.binds())
                .mapToObj(bind -> new SmppLink(provider, bind, throttle))
                .toList();
    }

    public Provider provider() {
        return provider;
    }

    /** @return its name in beans and routes, such as {@code acme-1} */
    public String id() {
        return provider.name() + "-" + bind;
    }

    /** @return its number among the provider's binds, from 1 on */
    public int bind() {
        return bind;
    }

    /** Returns at once: a thread of its own binds. */
    public synchronized void start() {
        if (loop == null) {
            BindSession binding =
                    new BindSession(provider, () -> new DeliverSmIntake(provider.name(), bind, this::persist));
            loop = new BindLoop(provider.timers(), binding, throttle, log);
            loop.start("smpp-link-" + id());
        }
    }

    /** Unbinds, which takes some seconds at most, and binds no more. */
    public synchronized void stop() throws InterruptedException {
        if (loop != null) {
            loop.end();
            loop = null;
        }
    }

    /** Whether there is a session to submit on; asked before each message. */
    @Override
    public boolean getAsBoolean() {
        return session().isPresent();
    }

    /** Whether the first bind has succeeded or failed. */
    public boolean isTried() {
        return log.isTried();
    }

    /** @return how many requests wait for their answers, of those that the window allows */
    public int windowUsed() {
        return session().map(SmscSession::getUnacknowledgedRequests).orElse(0);
    }

    /** Ends the session after its pending answers and binds anew: the SMSC takes it for unbound. */
    public void rebind() {
        BindLoop now = loop;
        if (now != null) {
            now.rebind();
        }
    }

    /**
     * Connects the route that receives the deliver_sm and data_sm. Without one the SMSC gets an error and sends again.
     *
     * @param persist is called from a session's thread, and throws when a PDU may not be durable; null for no route
     */
    void deliverTo(ThrowingConsumer<List<SmscPdu>, Exception> persist) {
        route = persist == null ? NO_ROUTE : persist;
    }

    /** @return whether all are durable; a failure is logged */
    private boolean persist(List<SmscPdu> pdus) {
        try {
            route.accept(pdus);
            return true;
        } catch (Exception | Error e) {
            log.refused(pdus.size(), e.toString());
            return false;
        }
    }

    /** @throws IOException when there is none: nothing is sent then */
    SmscSession boundSession() throws IOException {
        return session().orElseThrow(() -> new IOException("Provider " + this));
    }

    private Optional<SmscSession> session() {
        BindLoop now = loop;
        return now == null ? Optional.empty() : now.session();
    }

    /** One line for people: its name, its state and the SMSC's address. */
    @Override
    public String toString() {
        return log.toString();
    }
}
