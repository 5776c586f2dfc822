package org.caravansms.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.caravansms.message.SmsMessage;

/**
 * The messages with a client id: the recent ones in memory, the others in a store. A message is in memory from before its
 * commit until its copy from the queue is stored.
 */
public final class RecentIdempotencyKeys {

    /** Longer than a broker could still be busy with a commit that it never confirmed. */
    private static final Duration DOUBT = Duration.ofMinutes(5);

    private final Map<String, SmsMessage> recent = new ConcurrentHashMap<>();
    private final Cache<String, Boolean> inDoubt =
            Caffeine.newBuilder().expireAfterWrite(DOUBT).build();
    private final Function<String, Optional<SmsMessage>> stored;

    /** @param stored finds a stored message by {@link SmsMessage#clientKey()} */
    public RecentIdempotencyKeys(Function<String, Optional<SmsMessage>> stored) {
        this.stored = stored;
    }

    /** The message is about to be accepted, or is accepted and not stored yet. */
    public void add(SmsMessage message) {
        recent.put(message.clientKey(), message);
    }

    /** The messages are stored or refused: they are found in the store from now on. */
    public void forget(Collection<String> keys) {
        recent.keySet().removeAll(keys);
        inDoubt.invalidateAll(keys);
    }

    /** It is unknown whether the message was accepted; a repetition is refused for a while. */
    void doubt(String key) {
        recent.remove(key);
        inDoubt.put(key, true);
    }

    Optional<SmsMessage> find(String key) {
        SmsMessage message = recent.get(key);
        return message == null ? findStored(key) : Optional.of(message);
    }

    /** Older entries have a key without the recipient, and may be a message to another one. */
    private Optional<SmsMessage> findStored(String key) {
        return stored.apply(key)
                .or(() -> stored.apply(key.substring(0, key.lastIndexOf('\n'))))
                .filter(message -> message.clientKey().equals(key));
    }

    /** To be asked after {@link #find}: a stored message is no longer in doubt. */
    boolean isInDoubt(String key) {
        return inDoubt.getIfPresent(key) != null;
    }
}
