package org.caravansms.api;

import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.caravansms.message.Fault;

/**
 * Second step of a request: who sends it. An unknown user, one who is off or not allowed from there, and a wrong
 * password hear the same after the same work, and are throttled alike. Who logged in a moment ago is not.
 */
public final class Authenticate {

    private static final int LONGEST_PASSWORD = 256;

    private final Supplier<Users> users;
    private final VerifiedPasswords passwords;
    private final LoginAttempts attempts;
    private final HashWork work = new HashWork();

    /** @param users asked at each request */
    public Authenticate(Supplier<Users> users) {
        this(users, TimeMeter.SYSTEM_NANOTIME);
    }

    Authenticate(Supplier<Users> users, TimeMeter time) {
        this.users = users;
        this.passwords = new VerifiedPasswords(Duration.ofSeconds(30), time::currentTimeNanos);
        this.attempts = new LoginAttempts(time);
    }

    /** @throws ApiException 1157 when the login is wrong, 25 when there were too many of them */
    public User user(ApiRequest request) {
        Credentials login = Credentials.of(request);
        Users all = users.get();
        Optional<User> user = all.find(login.name())
                .filter(known -> login.password().length() <= LONGEST_PASSWORD)
                .filter(known -> mayLogInFrom(request.client(), known));
        String hash = user.map(User::passwordHash).orElse(HashWork.nobodys(all.highestCost()));
        boolean right = passwords.isRight(
                hash, cut(login.password()), () -> verify(login, hash, all.highestCost(), request.client()));
        return user.filter(known -> right)
                .orElseThrow(() -> new ApiException(Fault.INVALID_LOGIN, "Invalid username or password."));
    }

    private boolean verify(Credentials login, String hash, int cost, Client client) {
        attempts.take(client.address(), login.name());
        boolean right = work.matches(cut(login.password()), hash, cost);
        if (right) {
            attempts.giveBack(client.address(), login.name());
        }
        return right;
    }

    /** bcrypt looks at 72 bytes: what is longer than any password need not be looked at. */
    private static String cut(String password) {
        return password.substring(0, Math.min(password.length(), LONGEST_PASSWORD));
    }

    private static boolean mayLogInFrom(Client client, User user) {
        return user.enabled() && (!user.loopbackOnly() || isLocal(client));
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
