package org.caravansms.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.caravansms.message.Fault;

/**
 * How many wrong logins somebody may try: from one address for one name 10, then one in 5 seconds; from one address for
 * all names 50, then 5 a second. An attempt is taken before the password is looked at, since others are under way
 * meanwhile, and given back when it was right.
 */
final class LoginAttempts {

    private static final int MOST = 10_000;
    private static final int LONGEST_NAME = 100;

    private final TimeMeter time;
    private final LoadingCache<String, Bucket> ofAddress = buckets(50, 5, Duration.ofSeconds(1));
    private final LoadingCache<Pair, Bucket> ofName = buckets(10, 1, Duration.ofSeconds(5));

    LoginAttempts(TimeMeter time) {
        this.time = time;
    }

    /** @throws ApiException 25 when there are none left */
    void take(String address, String name) {
        Bucket all = ofAddress.get(address);
        takeOne(all);
        try {
            takeOne(ofName.get(new Pair(address, cut(name))));
        } catch (ApiException e) {
            all.addTokens(1);
            throw e;
        }
    }

    void giveBack(String address, String name) {
        ofAddress.get(address).addTokens(1);
        ofName.get(new Pair(address, cut(name))).addTokens(1);
    }

    private static void takeOne(Bucket bucket) {
        ConsumptionProbe taken = bucket.tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            throw new ApiException(
                    Fault.TOO_MANY_LOGINS,
                    "Too many wrong logins; try again in " + Seconds.of(taken.getNanosToWaitForRefill()) + " s.");
        }
    }

    private <K> LoadingCache<K, Bucket> buckets(int capacity, int refill, Duration period) {
        return Caffeine.newBuilder()
                .expireAfterAccess(Duration.ofMinutes(10))
                .maximumSize(MOST)
                .executor(Runnable::run)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /** A name of megabytes must not stay in memory. */
    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private record Pair(String address, String name) {}
}
