package org.caravansms.broker.access;

import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.caravansms.api.User;

/** The user of a connection, as its login had it. */
final class ClientPrincipal extends UserPrincipal {

    private static final long serialVersionUID = 1;

    private final transient User user;
    private final transient String password;

    ClientPrincipal(User user, String password) {
        super(user.name());
        this.user = user;
        this.password = password;
    }

    /** @param subject null on a connection without a login */
    static Optional<ClientPrincipal> of(Subject subject) {
        return subject == null
                ? Optional.empty()
                : subject.getPrincipals(ClientPrincipal.class).stream().findFirst();
    }

    Subject subject() {
        return new Subject(true, Set.of(this), Set.of(), Set.of());
    }

    User user() {
        return user;
    }

    boolean hasLogin(String name, String given) {
        return user.name().equals(name) && password.equals(given);
    }
}
