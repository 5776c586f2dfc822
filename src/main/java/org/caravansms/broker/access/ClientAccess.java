package org.caravansms.broker.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.caravansms.api.User;
import org.caravansms.api.login.Authenticate;
import org.caravansms.api.login.Users;
import org.caravansms.broker.BrokerAccess;
import org.caravansms.broker.DiskSpace;
import org.caravansms.config.BrokerSettings;
import org.caravansms.config.BrokerSettings.ListenAddress;
import org.caravansms.config.KeyStoreFile;

/**
 * Lets other programs use the broker by the settings {@code sms.broker.*} and the key {@code queue} of their users. It
 * listens between {@link #open} and {@link #close}, while the routes run.
 */
public final class ClientAccess implements BrokerAccess {

    /** Reports that nobody fetches. */
    private static final long REPLY_BYTES = 16 * 1024 * 1024;

    private final BrokerSettings settings;
    private final Function<String, Optional<User>> users;
    private final EventReceivers receivers;
    private final BrokerListeners listeners;
    private final BodyRules bodies;
    private final ClientPermissions permissions;
    private final ClientLogins logins;
    private final IncomingMessages messages;
    private final StompRefusals stomp = new StompRefusals();
    private ActiveMQServer server;
    private volatile boolean publishing;

    /**
     * @param keyStore for TLS, null without
     * @param events the address of all events
     * @param users the users in force
     * @param disk on a full one messages are refused
     */
    public ClientAccess(
            BrokerSettings settings,
            KeyStoreFile keyStore,
            String events,
            Supplier<Users> users,
            Authenticate authenticate,
            DiskSpace disk) {
        this.settings = settings;
        this.users = name -> users.get().find(name);
        this.receivers = new EventReceivers(settings, events, users);
        this.listeners = new BrokerListeners(settings, keyStore);
        this.bodies = new BodyRules(settings.maxMessageKilobytes());
        this.permissions = new ClientPermissions(this::owner);
        this.logins = new ClientLogins(users, authenticate, permissions);
        this.messages = new IncomingMessages(bodies, permissions, this.users, disk::hasRoom, stomp);
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
        // a right that was taken away is gone at once; our own checks cost less than these caches
        configuration.setAuthenticationCacheSize(0);
        configuration.setAuthorizationCacheSize(0);
        receivers.addTo(configuration);
        configuration.addAddressSetting(ClientNames.REPLY + "#", ofReplies());
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
        broker.registerBrokerPlugin(new SizeLimits(bodies));
        broker.registerBrokerPlugin(messages);
        broker.registerBrokerPlugin(new QueueLimit(broker, users));
    }

    @Override
    public void started(ActiveMQServer broker) throws Exception {
        broker.getRemotingService().addIncomingInterceptor(new RefuseLargeMessages());
        broker.getRemotingService().addOutgoingInterceptor(stomp);
        GatherRequests.addTo(broker);
        DeadRequests.addTo(broker);
        receivers.dropUnread(broker);
        publishing = receivers.subscribe(broker);
    }

    @Override
    public void look(ActiveMQServer broker) throws Exception {
        logins.disconnectRevoked(broker);
        publishing = receivers.subscribe(broker);
    }

    /** @throws IllegalStateException naming the address that cannot be listened to */
    public void open() {
        listeners.open(server);
    }

    /** Ends the connections of other programs. */
    public void close() {
        listeners.close(server);
    }

    /** @return whether events are published to users: some user could receive them, now or since the start */
    public boolean isPublishing() {
        return publishing;
    }

    /** @return where the events of a user are published, null for a user that may not receive any */
    public String topic(String user) {
        return receivers.topic(user);
    }

    /** @return where it listens; none when other programs cannot connect */
    public List<ListenAddress> addresses() {
        return settings.addresses();
    }
}
