package org.caravansms.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.caravansms.message.Fault;

/** Second step of a request: who sends it. Says the same of an unknown user and of a wrong password. */
public final class Authenticate {

    private final Users users;
    private final VerifiedPasswords passwords = new VerifiedPasswords(Duration.ofSeconds(30));

    public Authenticate(Users users) {
        this.users = users;
    }

    /** @throws ApiException 1157 when the login is wrong */
    public User user(ApiRequest request) {
        String password = request.getOrElse("password", "");
        Optional<User> user = users.find(request.getOrElse("username", ""));
        if (user.isEmpty()) {
            passwords.workAsIfKnown(password);
        }
        return user.filter(known -> passwords.check(known, password))
                .filter(known -> !known.loopbackOnly() || isLocal(request.client()))
                .orElseThrow(() -> new ApiException(Fault.INVALID_LOGIN, "Invalid username or password."));
    }

    /** A proxy on this machine may speak for anybody. */
    private static boolean isLocal(Client client) {
        try {
            return !client.forwarded()
                    && InetAddress.getByName(client.address()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
