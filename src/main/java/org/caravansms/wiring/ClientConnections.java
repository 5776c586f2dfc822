package org.caravansms.wiring;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.api.login.Authenticate;
import org.caravansms.api.login.Users;
import org.caravansms.broker.Broker;
import org.caravansms.broker.access.ClientAccess;
import org.caravansms.config.BrokerSettings;
import org.caravansms.config.KeyStoreFile;
import org.caravansms.jms.QueueWriter;
import org.caravansms.queue.SplitByUser;
import org.slf4j.Logger;

/** The listeners of the settings {@code sms.broker.*}: other programs are connected while the routes run. */
final class ClientConnections extends MainListenerSupport {

    private final BrokerSettings settings;
    private final Broker broker;
    private final ClientAccess access;

    /** @throws IllegalArgumentException naming the setting that stops TLS */
    ClientConnections(
            BrokerSettings settings,
            String events,
            Supplier<Users> users,
            Authenticate authenticate,
            HttpListeners listeners,
            Broker broker) {
        KeyStoreFile keyStore = settings.tls() ? listeners.keyStore() : null;
        this.settings = settings;
        this.broker = broker;
        this.access = new ClientAccess(
                settings,
                keyStore,
                events.replaceFirst("^" + QueueWriter.TOPIC, ""),
                users,
                authenticate,
                broker.disk());
        broker.access(access);
    }

    /** @return whether other programs can connect */
    boolean areOn() {
        return !access.addresses().isEmpty();
    }

    /** @return whether events are to carry their messages, now, by which each finds its user */
    boolean wantMessages() {
        return access.isPublishing();
    }

    void bindTo(Main main) {
        main.bind("publishingToUsers", (BooleanSupplier) access::isPublishing);
        main.bind("splitByUser", new SplitByUser(access::topic));
    }

    /** An error later than this would not end the start. What comes before the routes run waits on its queue. */
    @Override
    public void afterConfigure(BaseMainSupport main) {
        try {
            access.open();
        } catch (IllegalStateException e) {
            broker.stop();
            throw e;
        }
    }

    @Override
    public void beforeStop(BaseMainSupport main) {
        access.close();
    }

    void print(Logger log) {
        List<?> addresses = access.addresses();
        if (!addresses.isEmpty()) {
            log.info(
                    "Broker    {} on {}{}",
                    String.join(", ", settings.protocolNames()),
                    addresses,
                    settings.tls() ? " with TLS" : "");
        }
    }
}
