package org.caravansms.broker;

import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * Lets other processes connect to the broker: listeners, logins and permissions beside those of {@code broker.xml}. By
 * itself it lets nobody in, not even by an acceptor that an operator adds to {@code broker.xml}.
 */
public interface BrokerAccess {

    /** @return decides on logins and permissions of all but this process */
    default ActiveMQSecurityManager5 security() {
        // Artemis's own, without a user
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), new SecurityConfiguration());
    }

    /** Adds to what {@code broker.xml} has. */
    default void configure(Configuration configuration) {}

    /** Before the broker starts. */
    default void prepare(ActiveMQServer server) {}

    /** Once the broker runs. */
    default void started(ActiveMQServer server) throws Exception {}

    /** Every two seconds. */
    default void look(ActiveMQServer server) throws Exception {}
}
