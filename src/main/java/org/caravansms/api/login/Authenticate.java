package org.caravansms.api.login;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.camel.util.StringHelper;
import org.caravansms.api.ApiException;
import org.caravansms.api.ApiRequest;
import org.caravansms.api.Client;
import org.caravansms.api.User;
import org.caravansms.message.Fault;

/**
 * Second step of a request: finds its user. An unknown user, a disabled one, one who may not log in from there and a
 * wrong password get the same answer after the same work, and are throttled alike. A login of the last seconds is not
 * throttled; a user who logged in from the same network within a day does not wait for strangers.
 */
public final class Authenticate {

    private static final int LONGEST_PASSWORD = 256;

    private final Supplier<Users> users;
    private final VerifiedPasswords passwords;
    private final LoginAttempts attempts;
    private final HashWork ofKnown;
    private final HashWork ofOthers;

    /**
     * @param users the users in force, read at each request
     * @param mostWaiting how many logins may wait to be checked: of known users, and as many of others
     */
    public Authenticate(Supplier<Users> users, int mostWaiting) {
        this(users, mostWaiting, TimeMeter.SYSTEM_NANOTIME);
    }

    Authenticate(Supplier<Users> users, int mostWaiting, TimeMeter time) {
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.users = users;
        this.ofKnown = new HashWork(half, mostWaiting);
        this.ofOthers = new HashWork(half, mostWaiting);
        this.passwords = new VerifiedPasswords(Duration.ofSeconds(30), time::currentTimeNanos);
        this.attempts = new LoginAttempts(time);
    }

    /** @throws ApiException 1157 when the login is wrong, 25 when there were too many of them, 23 when too many wait */
    public User user(ApiRequest request) {
        return user(RequestCredentials.of(request), request.client());
    }

    /** @throws ApiException as of a request */
    public User user(RequestCredentials login, Client client) {
        return user(login, client, known -> true, User::passwordHash);
    }

    /**
     * @param may whether a user may log in in this way at all
     * @param passwordHash the user's password for it
     * @throws ApiException as of a request
     */
    public User user(
            RequestCredentials login, Client client, Predicate<User> may, Function<User, String> passwordHash) {
        Users all = users.get();
        Optional<User> user = all.find(login.name())
                .filter(known -> login.password().length() <= LONGEST_PASSWORD)
                .filter(known -> mayLogInFrom(client, known))
                .filter(may);
        String hash = user.map(passwordHash).orElseGet(() -> HashWork.nobodys(all.highestCost()));
        boolean right = passwords.isRemembered(hash, cut(login.password()))
                || isRight(login, hash, all.highestCost(), client.address());
        return user.filter(known -> right)
                .orElseThrow(() -> new ApiException(Fault.INVALID_LOGIN, "Invalid username or password."));
    }

    private boolean isRight(RequestCredentials login, String hash, int cost, String address) {
        HashWork work = attempts.isKnown(address, login.name()) ? ofKnown : ofOthers;
        return work.inPlace(() ->
                passwords.isRight(work, hash, cut(login.password()), () -> verify(work, login, hash, cost, address)));
    }

    private boolean verify(HashWork work, RequestCredentials login, String hash, int cost, String address) {
        List<Bucket> taken = attempts.take(address, login.name());
        try {
            boolean right = work.matches(cut(login.password()), hash, cost);
            if (right) {
                attempts.right(address, login.name(), taken);
            }
            return right;
        } catch (ApiException busy) {
            attempts.giveBack(taken);
            throw busy;
        }
    }

    /** bcrypt reads 72 bytes only: a cut password is checked like a whole one. */
    private static String cut(String password) {
        return StringHelper.limitLength(password, LONGEST_PASSWORD);
    }

    private static boolean mayLogInFrom(Client client, User user) {
        return user.enabled() && (!user.loopbackOnly() || isLocal(client));
    }

    /** A proxy on this machine forwards requests of others, and a browser on it shows their pages. */
    private static boolean isLocal(Client client) {
        try {
            return !client.fromElsewhere()
                    && InetAddress.getByName(client.address()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
