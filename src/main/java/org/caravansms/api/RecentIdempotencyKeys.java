package org.caravansms.api;

import org.caravansms.message.SmsMessage;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The messages that clients gave a name to: those of the last moments here, the others where they are kept for long. A
 * message is here from before its commit until its copy from the queue has been kept.
 */
public final class RecentIdempotencyKeys {

    /** Longer than a broker could still be busy with a commit that it never confirmed. */
    private static final Duration DOUBT = Duration.ofMinutes(5);

    private final Map<String, SmsMessage> recent = new ConcurrentHashMap<>();
    private final Cache<String, Boolean> inDoubt =
            Caffeine.newBuilder().expireAfterWrite(DOUBT).build();
    private final Function<String, Optional<SmsMessage>> kept;

    /** @param kept finds a message that is kept, by {@link SmsMessage#clientKey()} */
    public RecentIdempotencyKeys(Function<String, Optional<SmsMessage>> kept) {
        this.kept = kept;
    }

    /** The message may be looked up: it is about to be accepted, or was and is not kept yet. */
    public void add(SmsMessage message) {
        recent.put(message.clientKey(), message);
    }

    /** The messages are kept: what is kept is looked for there from now on. */
    public void forget(Collection<String> keys) {
        recent.keySet().removeAll(keys);
        inDoubt.invalidateAll(keys);
    }

    /** Nobody knows whether the message was accepted; who sends it again cannot be told for a while. */
    void doubt(String key) {
        recent.remove(key);
        inDoubt.put(key, true);
    }

    Optional<SmsMessage> find(String key) {
        SmsMessage message = recent.get(key);
        return message == null ? findKept(key) : Optional.of(message);
    }

    /** Before the recipient was part of the key, the first message of an id was kept: to this recipient or another. */
    private Optional<SmsMessage> findKept(String key) {
        return kept.apply(key)
                .or(() -> kept.apply(key.substring(0, key.lastIndexOf('\n'))))
                .filter(message -> message.clientKey().equals(key));
    }

    /** Asked after {@link #find}: a message that was kept meanwhile is in doubt no more. */
    boolean isInDoubt(String key) {
        return inDoubt.getIfPresent(key) != null;
    }
}
