package org.caravansms.broker.access;

import java.util.Optional;
import java.util.function.Function;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;
import org.caravansms.api.User;
import org.caravansms.broker.BrokerQueues;

/**
 * A limit to the queues of a user, subscriptions and temporary queues among them.
 *
 * @param users finds a user by its name; the gateway itself is none
 */
record QueueLimit(ActiveMQServer server, Function<String, Optional<User>> users) implements ActiveMQServerQueuePlugin {

    static final int MOST = 100;

    @Override
    public void beforeCreateQueue(QueueConfiguration queue) throws ActiveMQException {
        SimpleString user = queue.getUser();
        if (user != null && users.apply(user.toString()).isPresent() && count(user) >= MOST) {
            throw new ActiveMQSecurityException(
                    "User " + user + " has " + MOST + " queues and subscriptions, and may have no more: delete some");
        }
    }

    private long count(SimpleString user) {
        return BrokerQueues.of(server)
                .filter(each -> user.equals(each.getUser()))
                .count();
    }
}
