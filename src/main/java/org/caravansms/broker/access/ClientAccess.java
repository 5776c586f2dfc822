package org.caravansms.broker.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.caravansms.api.User;
import org.caravansms.api.login.Authenticate;
import org.caravansms.api.login.Users;
import org.caravansms.broker.BrokerAccess;
import org.caravansms.broker.DiskSpace;
import org.caravansms.config.BrokerSettings;
import org.caravansms.config.BrokerSettings.ListenAddress;

/**
 * Lets other programs use the broker by the settings {@code sms.broker.*} and the key {@code queue} of their users. It
 * listens between {@link #open} and {@link #close}, while the routes run.
 */
public final class ClientAccess implements BrokerAccess {

    private static final long MEGABYTE = 1024 * 1024;

    /** Reports that nobody fetches. */
    private static final long REPLY_BYTES = 16 * MEGABYTE;

    private final BrokerSettings settings;
    private final BrokerListeners listeners;
    private final BodyRules bodies;
    private final ClientPermissions permissions;
    private final ClientLogins logins;
    private final IncomingMessages messages;
    private final RevokedLogins revoked;
    private ActiveMQServer server;

    /**
     * @param keyStore for TLS, null without
     * @param users the users in force
     * @param disk on a full one messages are refused
     */
    public ClientAccess(
            BrokerSettings settings,
            KeyStoreFile keyStore,
            Supplier<Users> users,
            Authenticate authenticate,
            DiskSpace disk) {
        Function<String, Optional<User>> named = name -> users.get().find(name);
        this.settings = settings;
        this.listeners = new BrokerListeners(settings, keyStore);
        this.bodies = new BodyRules(settings.maxMessageKilobytes());
        this.permissions = new ClientPermissions(this::owner);
        this.logins = new ClientLogins(users, authenticate, permissions);
        this.messages = new IncomingMessages(bodies, permissions, named, disk::isFull);
        this.revoked = new RevokedLogins(logins::isCurrent);
    }

    /** @return the user who created a queue, null for no such queue */
    private String owner(String name) {
        Queue queue = server.locateQueue(SimpleString.of(name));
        return queue == null ? null : String.valueOf(queue.getUser());
    }

    @Override
    public ActiveMQSecurityManager5 security() {
        return logins;
    }

    @Override
    public void configure(Configuration configuration) {
        listeners.addTo(configuration);
        // a login that has ended is looked at again
        configuration.setAuthenticationCacheSize(0);
        configuration.addAddressSetting(ClientNames.EVENTS + "#", ofEvents());
        configuration.addAddressSetting(ClientNames.REPLY + "#", ofReplies());
    }

    /** A subscriber that stays away must not fill the disk: then the newest events are missing. */
    private AddressSettings ofEvents() {
        return new AddressSettings()
                .setDefaultAddressRoutingType(RoutingType.MULTICAST)
                .setDefaultQueueRoutingType(RoutingType.MULTICAST)
                .setMaxSizeBytes(4 * MEGABYTE)
                .setMaxReadPageBytes((int) (4 * MEGABYTE))
                .setPageLimitBytes(settings.maxBacklogMegabytes() * MEGABYTE)
                .setPageFullMessagePolicy(PageFullMessagePolicy.DROP)
                .setMaxDeliveryAttempts(-1);
    }

    private static AddressSettings ofReplies() {
        return new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP)
                .setMaxSizeBytes(REPLY_BYTES)
                .setMaxDeliveryAttempts(-1);
    }

    @Override
    public void prepare(ActiveMQServer broker) {
        server = broker;
        broker.addProtocolManagerFactory(new AmqpProtocol(bodies));
        broker.addProtocolManagerFactory(new StompProtocol(bodies));
        broker.addProtocolManagerFactory(new CoreProtocol(bodies));
        broker.registerBrokerPlugin(messages);
    }

    @Override
    public void started(ActiveMQServer broker) {
        broker.getRemotingService().addIncomingInterceptor(new RefuseLargeMessages());
    }

    @Override
    public void look(ActiveMQServer broker) {
        revoked.disconnect(broker);
    }

    /** @throws IllegalStateException naming the address that cannot be listened to */
    public void open() {
        listeners.open(server);
    }

    /** Ends the connections of other programs. */
    public void close() {
        listeners.close(server);
    }

    /** @return where it listens; none when other programs cannot connect */
    public List<ListenAddress> addresses() {
        return settings.addresses();
    }
}
