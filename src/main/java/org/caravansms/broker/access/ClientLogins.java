package org.caravansms.broker.access;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.caravansms.api.ApiException;
import org.caravansms.api.Client;
import org.caravansms.api.User;
import org.caravansms.api.login.Authenticate;
import org.caravansms.api.login.RequestCredentials;
import org.caravansms.api.login.Users;
import org.caravansms.message.LogFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The logins of other programs: those of the users' file that have the key {@code queue}, checked and throttled together
 * with those over HTTP. Artemis asks at each connection and again at each permission; a login that a connection has is
 * then compared only, as long as its user is the same.
 */
final class ClientLogins implements ActiveMQSecurityManager5 {

    private static final Logger LOG = LoggerFactory.getLogger(ClientLogins.class);

    private final Supplier<Users> users;
    private final Authenticate authenticate;
    private final ClientPermissions permissions;

    ClientLogins(Supplier<Users> users, Authenticate authenticate, ClientPermissions permissions) {
        this.users = users;
        this.authenticate = authenticate;
        this.permissions = permissions;
    }

    /** @return null when the login is refused */
    @Override
    public Subject authenticate(String name, String password, RemotingConnection connection, String domain) {
        if (name == null || password == null) {
            return null;
        }
        return ClientPrincipal.of(connection.getSubject())
                .filter(before -> before.hasLogin(name, password) && isCurrent(before.user()))
                .or(() -> login(name, password, connection))
                .map(ClientPrincipal::subject)
                .orElse(null);
    }

    private Optional<ClientPrincipal> login(String name, String password, RemotingConnection connection) {
        try {
            Client client = new Client(address(connection.getRemoteAddress()), false, "");
            User user = authenticate.user(new RequestCredentials(name, password), client);
            return user.queue().isEmpty() ? Optional.empty() : Optional.of(new ClientPrincipal(user, password));
        } catch (ApiException refused) {
            return Optional.empty();
        }
    }

    /** Whether the file has this user unchanged. */
    private boolean isCurrent(User user) {
        return users.get().find(user.name()).filter(user::equals).isPresent();
    }

    /** Nobody checks a subscription again that is open. A client with a right login connects again. */
    void disconnectRevoked(ActiveMQServer server) {
        for (RemotingConnection connection : server.getRemotingService().getConnections()) {
            ClientPrincipal.of(connection.getSubject())
                    .map(ClientPrincipal::user)
                    .filter(user -> !isCurrent(user))
                    .ifPresent(user -> disconnect(connection, user));
        }
    }

    private static void disconnect(RemotingConnection connection, User user) {
        LogFields.user(LOG.atInfo(), user.name())
                .log("User {} was changed: its connection to the broker is closed", user.name());
        connection.fail(new ActiveMQSecurityException("The user of this connection was changed"));
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType permission, String target) {
        return ClientPrincipal.of(subject)
                .filter(client -> permissions.may(client.user(), permission, target))
                .isPresent();
    }

    /** @param remote such as {@code /127.0.0.1:40000} or {@code [::1]:40000} */
    static String address(String remote) {
        return remote.replaceFirst("^[^/]*/", "").replaceFirst(":[0-9]+$", "").replaceAll("[\\[\\]]", "");
    }

    @Override
    public boolean validateUser(String name, String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(String name, String password, Set<Role> roles, CheckType permission) {
        return false;
    }
}
