package org.caravansms.api;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks passwords against bcrypt hashes, and remembers a success for some seconds: a hash that is slow enough to be
 * safe would otherwise be the gateway's speed limit. What is remembered is keyed with a secret of this process.
 */
final class VerifiedPasswords {

    /** Costs an unknown user as much work as a known one; nobody has this password. */
    private static final String NOBODY = Password.hash(randomText())
            .with(BcryptFunction.getInstance(Bcrypt.B, 10))
            .getResult();

    private final SecretKeySpec key = new SecretKeySpec(randomText().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    private final Map<String, Verified> verified = new ConcurrentHashMap<>();
    private final long nanos;

    VerifiedPasswords(Duration remembered) {
        this.nanos = remembered.toNanos();
    }

    boolean check(User user, String password) {
        byte[] code = code(user, password);
        return isFresh(verified.get(user.name()), code) || isFresh(verifyOnce(user, password, code), code);
    }

    /** Of many requests that come when what was remembered is too old, one does the work and the others wait for it. */
    private Verified verifyOnce(User user, String password, byte[] code) {
        return verified.compute(
                user.name(),
                (name, last) -> isFresh(last, code) || !matches(password, user.passwordHash())
                        ? last
                        : new Verified(code, System.nanoTime()));
    }

    private boolean isFresh(Verified last, byte[] code) {
        return last != null && System.nanoTime() - last.at < nanos && MessageDigest.isEqual(last.code, code);
    }

    void workAsIfKnown(String password) {
        matches(password, NOBODY);
    }

    private static boolean matches(String password, String hash) {
        return Password.check(password, hash).with(BcryptFunction.getInstanceFromHash(hash));
    }

    private byte[] code(User user, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(user.passwordHash().getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }

    private static String randomText() {
        return Long.toHexString(new SecureRandom().nextLong()) + Long.toHexString(new SecureRandom().nextLong());
    }

    private record Verified(byte[] code, long at) {}
}
