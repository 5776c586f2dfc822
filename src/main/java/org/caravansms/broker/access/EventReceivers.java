package org.caravansms.broker.access;

import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;
import org.caravansms.api.User;
import org.caravansms.api.User.QueueRight;
import org.caravansms.api.login.Users;
import org.caravansms.config.BrokerSettings;
import org.caravansms.jms.QueueWriter;

/**
 * The users that may receive events, each from a topic of its own. The route {@code user-events} publishes there what it
 * reads from a subscription of all events, which exists from the first such user on.
 *
 * @param events the address of all events
 */
record EventReceivers(BrokerSettings settings, String events, Supplier<Users> users) {

    private static final SimpleString ALL_EVENTS = SimpleString.of("sms.user-events");
    private static final long MEGABYTE = 1024 * 1024;

    boolean exist() {
        return !settings.addresses().isEmpty() && users.get().all().stream().anyMatch(EventReceivers::mayReceive);
    }

    /** @return the topic of a user, null for one that may not receive events */
    String topic(String user) {
        return users.get()
                .find(user)
                .filter(EventReceivers::mayReceive)
                .map(receiver -> QueueWriter.TOPIC + ClientNames.EVENTS + user)
                .orElse(null);
    }

    private static boolean mayReceive(User user) {
        return user.enabled() && user.queue().contains(QueueRight.RECEIVE);
    }

    void addTo(Configuration configuration) {
        configuration.addAddressSetting(ClientNames.EVENTS + "#", ofTopics());
    }

    /** A subscriber that stays away must not fill the disk: then the newest events are missing. */
    private AddressSettings ofTopics() {
        return new AddressSettings()
                .setDefaultAddressRoutingType(RoutingType.MULTICAST)
                .setDefaultQueueRoutingType(RoutingType.MULTICAST)
                .setMaxSizeBytes(4 * MEGABYTE)
                .setMaxReadPageBytes((int) (4 * MEGABYTE))
                .setPageLimitBytes(settings.maxBacklogMegabytes() * MEGABYTE)
                .setPageFullMessagePolicy(PageFullMessagePolicy.DROP)
                .setMaxDeliveryAttempts(-1);
    }

    /**
     * Subscribes to all events once there is a user that may receive them.
     *
     * @return whether there is a subscription
     */
    boolean subscribe(ActiveMQServer server) throws Exception {
        if (server.locateQueue(ALL_EVENTS) == null && exist()) {
            server.createQueue(
                    QueueConfiguration.of(ALL_EVENTS).setAddress(events).setRoutingType(RoutingType.MULTICAST));
        }
        return server.locateQueue(ALL_EVENTS) != null;
    }

    /** The subscription of a start before would grow from now on. */
    void dropUnread(ActiveMQServer server) throws Exception {
        if (!exist() && server.locateQueue(ALL_EVENTS) != null) {
            server.destroyQueue(ALL_EVENTS);
        }
    }
}
