package org.caravansms.smppserver;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.caravansms.api.ApiException;
import org.caravansms.api.Client;
import org.caravansms.api.User;
import org.caravansms.api.login.Authenticate;
import org.caravansms.api.login.RequestCredentials;
import org.caravansms.api.login.Users;
import org.caravansms.message.Fault;
import org.caravansms.smpp.EsmeStatus;

/** Who may bind: the users of the users' file with {@code smpp=true}, checked and throttled together with HTTP's. */
public final class SmppLogins {

    private final Supplier<Users> users;
    private final Authenticate authenticate;

    public SmppLogins(Supplier<Users> users, Authenticate authenticate) {
        this.users = users;
        this.authenticate = authenticate;
    }

    /** A bind is refused. */
    static final class RefusedBindException extends Exception {

        private final EsmeStatus status;

        private RefusedBindException(EsmeStatus status) {
            super(status.name(), null, false, false);
            this.status = status;
        }

        EsmeStatus status() {
            return status;
        }
    }

    /**
     * May wait. A wrong name, a wrong password and a wrong address have the same answer after the same work.
     *
     * @param systemId as ISO 8859-1 has the octets
     */
    User user(String systemId, String password, InetAddress address) throws RefusedBindException {
        RequestCredentials login = new RequestCredentials(utf8(systemId), utf8(password));
        try {
            return authenticate.user(
                    login,
                    new Client(address.getHostAddress(), false, ""),
                    user -> user.smpp() != null && user.smpp().mayBindFrom(address),
                    user -> user.smpp().passwordHash());
        } catch (ApiException e) {
            throw new RefusedBindException(
                    e.fault() == Fault.INVALID_LOGIN ? EsmeStatus.ESME_RINVPASWD : EsmeStatus.ESME_RBINDFAIL);
        }
    }

    private static String utf8(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Whether the file has this user unchanged. */
    boolean isCurrent(User user) {
        return users.get().find(user.name()).filter(user::equals).isPresent();
    }
}
