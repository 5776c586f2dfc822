package org.caravansms.api.login;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.caravansms.api.ApiException;
import org.caravansms.message.Fault;

/**
 * Checks passwords with bcrypt: a limited number at a time, and with a limited wait. A wrong password takes the same work
 * whatever its user's hash costs, and without such a user.
 */
final class HashWork {

    /** The cost of hashes by {@code caravan user}, and by htpasswd as the README calls it. */
    static final int USUAL_COST = 10;

    private static final int MOST_SECONDS = 3;

    private final Semaphore processors;
    private final Semaphore places;

    /**
     * @param atOnce how many passwords are checked at a time
     * @param places how many logins may wait at a time
     */
    HashWork(int atOnce, int places) {
        this.processors = new Semaphore(atOnce, true);
        this.places = new Semaphore(places);
    }

    /**
     * @param login checks a login, and may wait
     * @throws ApiException 23 when too many wait
     */
    boolean inPlace(BooleanSupplier login) {
        if (!places.tryAcquire()) {
            throw busy();
        }
        try {
            return login.getAsBoolean();
        } finally {
            places.release();
        }
    }

    /**
     * @param cost the cost of a wrong password, at least that of the hash
     * @throws ApiException 23 when it would have to wait too long
     */
    boolean matches(String password, String hash, int cost) {
        acquireProcessor();
        try {
            if (check(password, hash)) {
                return true;
            }
            fillUp(password, cost(hash), cost);
            return false;
        } finally {
            processors.release();
        }
    }

    private void acquireProcessor() {
        try {
            if (!processors.tryAcquire(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static ApiException busy() {
        return new ApiException(Fault.BUSY, "Too many logins wait to be checked; try again later.");
    }

    /** The logarithm of a hash's work. */
    static int cost(String hash) {
        return Integer.parseInt(hash.substring(4, 6));
    }

    /** A hash of no known password. */
    static String nobodys(int cost) {
        return "$2b$%02d$caravan.nobody.salt...caravan.has.nobody.with.a.hash.".formatted(cost);
    }

    /** 2^c + 2^c + 2^(c+1) + ... + 2^(d-1) is 2^d. */
    private static void fillUp(String password, int cost, int wanted) {
        for (int each = cost; each < wanted; each++) {
            check(password, nobodys(each));
        }
    }

    private static boolean check(String password, String hash) {
        return Password.check(password, hash).with(BcryptFunction.getInstanceFromHash(hash));
    }
}
