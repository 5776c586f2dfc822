package org.caravansms.api;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import java.util.concurrent.Semaphore;

/**
 * The work of bcrypt. No more of it goes on at once than there are processors, and a wrong password takes the same
 * work whatever its user's hash costs, and where there is no user.
 */
final class HashWork {

    /** What {@code caravan user} makes, and htpasswd as the README calls it. */
    static final int USUAL_COST = 10;

    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** @param cost what a wrong password must cost, at least the cost of the hash */
    boolean matches(String password, String hash, int cost) {
        processors.acquireUninterruptibly();
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

    /** The logarithm of a hash's work. */
    static int cost(String hash) {
        return Integer.parseInt(hash.substring(4, 6));
    }

    /** A hash that no known password has. */
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
