package org.caravansms.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;

/**
 * The messages with ids of their clients, on disk for as long as the gateway guarantees to send them once. They are
 * copies from a queue: after a crash each message is here or still on that queue.
 */
public final class IdempotencyStore implements AutoCloseable {

    private static final int CACHE_MEGABYTES = 4;
    private static final String BATCHES = "batches";
    private static final int TIME_DIGITS = 19;

    /** The most space that a batch and the store beside it need. */
    private static final long ROOM = 4L * 1024 * 1024;

    private final MVStore store;
    private final MVMap<String, String> messages;
    private final MVMap<String, String> keysByTime;
    private final MVMap<String, Long> progress;
    private final long retentionMillis;
    private final Clock clock;
    private final LongConsumer synced;

    /**
     * @param file the store's file, made when it is missing
     * @param retention how long a message is found
     * @param synced receives the number of batches on disk
     * @throws org.h2.mvstore.MVStoreException when the file cannot be used
     */
    public IdempotencyStore(Path file, Duration retention, Clock clock, LongConsumer synced) {
        this.store = open(file);
        this.messages = store.openMap("messages", texts());
        this.keysByTime = store.openMap("keys-by-time", texts());
        this.progress = store.openMap("progress");
        this.retentionMillis = retention.toMillis();
        this.clock = clock;
        this.synced = synced;
    }

    /** @return the number of batches: it is less than before when the end of the file is missing */
    public long batches() {
        return progress.getOrDefault(BATCHES, 0L);
    }

    /** @return the message of the key, unless it has expired */
    public Optional<String> find(String key) {
        return Optional.ofNullable(messages.get(key))
                .filter(entry -> time(entry) > clock.millis() - retentionMillis)
                .map(entry -> entry.substring(TIME_DIGITS));
    }

    /** Stores all of them and removes expired ones; they are on disk when it returns. */
    public synchronized void store(Map<String, String> messagesByKey) {
        checkRoom();
        String time = String.format("%0" + TIME_DIGITS + "d", clock.millis());
        messagesByKey.forEach((key, message) -> {
            if (find(key).isEmpty()) {
                messages.put(key, time + message);
                keysByTime.put(time + key, key);
            }
        });
        dropOld();
        progress.put(BATCHES, batches() + 1);
        store.commit();
        store.sync();
        synced.accept(batches());
    }

    /** A write that fails closes the store until the next start. */
    private void checkRoom() {
        try {
            Path file = Path.of(store.getFileStore().getFileName());
            if (Files.getFileStore(file).getUsableSpace() < ROOM) {
                throw new IOException("no space left for " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void dropOld() {
        long oldest = clock.millis() - retentionMillis;
        Iterator<String> times = keysByTime.keyIterator(null);
        while (times.hasNext()) {
            String next = times.next();
            if (time(next) > oldest) {
                return;
            }
            String key = keysByTime.remove(next);
            messages.computeIfPresent(key, (same, entry) -> time(entry) > oldest ? entry : null);
        }
    }

    private static long time(String entry) {
        return Long.parseLong(entry, 0, TIME_DIGITS, 10);
    }

    private static MVMap.Builder<String, String> texts() {
        return new MVMap.Builder<String, String>()
                .keyType(StringDataType.INSTANCE)
                .valueType(StringDataType.INSTANCE);
    }

    private static MVStore open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEGABYTES)
                .autoCommitDisabled()
                .open();
    }

    @Override
    public void close() {
        store.close();
    }
}
