package org.caravansms.api.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.caravansms.api.ApiException;

/**
 * Remembers for some seconds that a password was right, since a safe hash is too slow for each request. It stores an HMAC
 * of the hash and the password under a key of this process.
 */
final class VerifiedPasswords {

    private static final int MOST = 10_000;

    private final Mac keyed = keyed();
    private final Cache<ByteBuffer, Boolean> right;
    private final Map<Verification, FutureTask<Boolean>> underWay = new ConcurrentHashMap<>();

    VerifiedPasswords(Duration remembered, Ticker ticker) {
        right = Caffeine.newBuilder()
                .expireAfterWrite(remembered)
                .maximumSize(MOST)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    boolean isRemembered(String hash, String password) {
        return right.getIfPresent(code(hash, password)) != null;
    }

    /**
     * One of many simultaneous requests with the same login verifies it; the others wait for its result. Requests with
     * other logins do not wait.
     *
     * @param turn separates logins: those with different values do not wait for each other
     * @param verify called when the password is not remembered
     */
    boolean isRight(Object turn, String hash, String password, BooleanSupplier verify) {
        ByteBuffer code = code(hash, password);
        FutureTask<Boolean> mine = new FutureTask<>(() -> isRight(code, verify));
        Verification verification = new Verification(turn, code);
        FutureTask<Boolean> first = underWay.putIfAbsent(verification, mine);
        if (first != null) {
            return outcome(first);
        }
        try {
            mine.run();
            return outcome(mine);
        } finally {
            underWay.remove(verification);
        }
    }

    /** Another request may have verified it meanwhile. */
    private boolean isRight(ByteBuffer code, BooleanSupplier verify) {
        if (right.getIfPresent(code) != null) {
            return true;
        }
        boolean isRight = verify.getAsBoolean();
        if (isRight) {
            right.put(code, true);
        }
        return isRight;
    }

    private static boolean outcome(FutureTask<Boolean> verification) {
        try {
            return verification.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ApiException refusal ? refusal : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Verification(Object turn, ByteBuffer code) {}

    private ByteBuffer code(String hash, String password) {
        try {
            Mac mac = (Mac) keyed.clone();
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("This Java cannot copy a HmacSHA256", e);
        }
    }

    /** To find and key it for each request takes longer than the code itself. */
    private static Mac keyed() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }

    private static byte[] secret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
