package org.caravansms.smsc;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jsmpp.session.SMPPSession;

/**
 * One bind of a provider, kept bound from its start to its stop whatever the SMSC does, SMPP 3.4 section 2.2: a session
 * that cannot be had or is lost is tried again at random rests that grow, a refused login after {@link Timers#alarm()}.
 * Its queue is read only while it is bound. It may be started again after a stop.
 */
public final class SmppLink implements BooleanSupplier {

    private final Provider provider;
    private final int bind;
    private final BindThrottle turns;
    private final SmppLinkLog notices;
    private final DeliverSmSink deliveries;
    private volatile BindLoop supervision;

    /** @param bind its number among the provider's binds, from 1 on */
    public SmppLink(Provider provider, int bind) {
        this(provider, bind, new BindThrottle());
    }

    private SmppLink(Provider provider, int bind, BindThrottle turns) {
        this.provider = provider;
        this.bind = bind;
        this.turns = turns;
        this.notices = new SmppLinkLog(provider, bind);
        this.deliveries = new DeliverSmSink(notices);
    }

    /** @return the links of all its binds, which log in one after the other: a wrong password is tried once, not by each */
    public static List<SmppLink> all(Provider provider) {
        BindThrottle turns = new BindThrottle();
        return IntStream.rangeClosed(1, provider.binds())
                .mapToObj(bind -> new SmppLink(provider, bind, turns))
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

    /** Returns at once; binding goes on beside. */
    public synchronized void start() {
        if (supervision == null) {
            supervision = new BindLoop(provider, binding(), turns, backOff(provider.timers()), notices);
            supervision.start("smpp-link-" + id());
        }
    }

    /** Unbinds, which takes some seconds at most, and binds no more. */
    public synchronized void stop() throws InterruptedException {
        if (supervision != null) {
            supervision.end();
            supervision = null;
        }
    }

    /** Whether there is a session to submit on; asked before each message. */
    @Override
    public boolean getAsBoolean() {
        return session().isPresent();
    }

    /** Whether the first bind has come to its end, good or bad: until then nobody can say whether there is an SMSC. */
    public boolean isTried() {
        return notices.isTried();
    }

    /** Leaves the session, once what is under way on it has been answered, and binds anew: the SMSC takes it for unbound. */
    public void rebind() {
        BindLoop now = supervision;
        if (now != null) {
            now.rebind();
        }
    }

    DeliverSmSink deliveries() {
        return deliveries;
    }

    /** @throws IOException when there is none, so that nothing leaves the machine */
    SMPPSession boundSession() throws IOException {
        return session().orElseThrow(() -> new IOException("Provider " + this));
    }

    private Optional<SmscSession> session() {
        BindLoop now = supervision;
        return now == null ? Optional.empty() : now.session();
    }

    private BindSession binding() {
        SmscConnectionFactory connections =
                new SmscConnectionFactory(provider.timers().connect(), provider.tls());
        return new BindSession(
                provider, connections, () -> new DeliverSmIntake(provider.name(), bind, deliveries::areKept));
    }

    private static BackOff backOff(Timers timers) {
        return new BackOff(timers.reconnect(), timers.reconnectMax(), new Random());
    }

    /** One line for people: its name, and what it is with its SMSC. */
    @Override
    public String toString() {
        return notices.toString();
    }
}
