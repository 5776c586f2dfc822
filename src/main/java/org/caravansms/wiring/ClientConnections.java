package org.caravansms.wiring;

import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.api.login.Authenticate;
import org.caravansms.api.login.Users;
import org.caravansms.broker.Broker;
import org.caravansms.broker.access.ClientAccess;
import org.caravansms.broker.access.KeyStoreFile;
import org.caravansms.config.BrokerSettings;
import org.slf4j.Logger;

/** The listeners of the settings {@code sms.broker.*}: other programs are connected while the routes run. */
final class ClientConnections extends MainListenerSupport {

    private final BrokerSettings settings;
    private final ClientAccess access;

    /** @throws IllegalArgumentException naming the setting that stops TLS */
    ClientConnections(
            BrokerSettings settings,
            Supplier<Users> users,
            Authenticate authenticate,
            HttpListeners listeners,
            Broker broker) {
        KeyStoreFile keyStore = settings.tls() ? listeners.keyStore() : null;
        this.settings = settings;
        this.access = new ClientAccess(settings, keyStore, users, authenticate, broker.disk());
        broker.access(access);
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        access.open();
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
