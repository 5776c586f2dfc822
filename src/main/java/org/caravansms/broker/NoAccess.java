package org.caravansms.broker;

import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;

/** Nobody but this process may connect, not even by an acceptor that an operator adds to {@code broker.xml}. */
final class NoAccess implements BrokerAccess, ActiveMQSecurityManager5 {

    @Override
    public ActiveMQSecurityManager5 security() {
        return this;
    }

    @Override
    public void configure(Configuration configuration) {}

    @Override
    public void prepare(ActiveMQServer server) {}

    @Override
    public Subject authenticate(String user, String password, RemotingConnection connection, String domain) {
        return null;
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType permission, String address) {
        return false;
    }

    @Override
    public boolean validateUser(String user, String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType permission) {
        return false;
    }
}
