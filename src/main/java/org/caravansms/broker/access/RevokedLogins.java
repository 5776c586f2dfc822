package org.caravansms.broker.access;

import java.util.function.Predicate;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.caravansms.api.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the connections of users that were changed or removed in the file, for nobody checks a subscription again that is
 * open. A client with a right login connects again.
 *
 * @param isCurrent whether the file has a user unchanged
 */
record RevokedLogins(Predicate<User> isCurrent) {

    private static final Logger LOG = LoggerFactory.getLogger(RevokedLogins.class);

    void disconnect(ActiveMQServer server) {
        for (RemotingConnection connection : server.getRemotingService().getConnections()) {
            ClientPrincipal.of(connection.getSubject())
                    .map(ClientPrincipal::user)
                    .filter(isCurrent.negate())
                    .ifPresent(user -> disconnect(connection, user));
        }
    }

    private static void disconnect(RemotingConnection connection, User user) {
        LOG.info("User {} was changed: its connection to the broker is closed", user.name());
        connection.fail(new ActiveMQSecurityException("The user of this connection was changed"));
    }
}
