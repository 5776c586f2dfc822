package org.caravansms.api.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.util.StringHelper;
import org.caravansms.api.ApiException;
import org.caravansms.message.Fault;

/**
 * Limits wrong logins: from one network for one name 10, then one in 5 seconds; from one network for
 * all names 50, then 5 a second; for one name from all networks 100, then one a second. The last two are not for a
 * network from which the name logged in within a day, so that nobody can shut others out. A token is taken before the
 * password is checked, since other logins are checked meanwhile, and returned when it was right.
 */
final class LoginAttempts {

    private static final int MOST = 10_000;
    private static final int LONGEST_NAME = 100;

    private final TimeMeter time;
    private final LoadingCache<String, Bucket> ofNetwork = buckets(50, 5, Duration.ofSeconds(1));
    private final LoadingCache<String, Bucket> ofName = buckets(100, 1, Duration.ofSeconds(1));
    private final LoadingCache<Pair, Bucket> ofBoth = buckets(10, 1, Duration.ofSeconds(5));
    private final Cache<Pair, Boolean> known;

    LoginAttempts(TimeMeter time) {
        this.time = time;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofDays(1))
                .maximumSize(MOST)
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    /** Whether this name logged in from there within a day. */
    boolean isKnown(String address, String name) {
        return known.getIfPresent(Pair.of(address, name)) != null;
    }

    /**
     * @return the buckets of which a token was taken
     * @throws ApiException 25 when there are none left
     */
    List<Bucket> take(String address, String name) {
        Pair pair = Pair.of(address, name);
        List<Bucket> taken = new ArrayList<>();
        for (Bucket bucket : buckets(pair)) {
            ConsumptionProbe one = bucket.tryConsumeAndReturnRemaining(1);
            if (!one.isConsumed()) {
                giveBack(taken);
                throw new ApiException(
                        Fault.TOO_MANY_LOGINS,
                        "Too many wrong logins; try again in " + LimitRate.seconds(one.getNanosToWaitForRefill())
                                + " s.");
            }
            taken.add(bucket);
        }
        return taken;
    }

    private List<Bucket> buckets(Pair pair) {
        return known.getIfPresent(pair) == null
                ? List.of(ofNetwork.get(pair.network()), ofBoth.get(pair), ofName.get(pair.name()))
                : List.of(ofBoth.get(pair));
    }

    /** @param taken the buckets of the right login */
    void right(String address, String name, List<Bucket> taken) {
        giveBack(taken);
        known.put(Pair.of(address, name), true);
    }

    /** For a login that was not checked. */
    void giveBack(List<Bucket> taken) {
        taken.forEach(bucket -> bucket.addTokens(1));
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

    private record Pair(String network, String name) {

        /** A name may have megabytes. */
        static Pair of(String address, String name) {
            return new Pair(ClientNetwork.of(address), StringHelper.limitLength(name, LONGEST_NAME));
        }
    }
}
