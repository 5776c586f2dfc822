package org.caravansms.broker;

import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;

/** Lets other processes connect to the broker: listeners, logins and permissions beside those of {@code broker.xml}. */
public interface BrokerAccess {

    /** @return decides on logins and permissions of all but this process */
    ActiveMQSecurityManager5 security();

    /** Adds to what {@code broker.xml} has. */
    void configure(Configuration configuration);

    /** Before the broker starts. */
    void prepare(ActiveMQServer server);

    /** Once the broker runs. */
    default void started(ActiveMQServer server) throws Exception {}

    /** Every two seconds. */
    default void look(ActiveMQServer server) throws Exception {}
}
