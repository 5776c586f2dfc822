package org.caravansms.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The value that a file has now. Each call of {@link #get()} looks, once a second at most, whether the file has changed,
 * and reads it again. A file that is wrong is logged once, and the value before it stays.
 *
 * @param <T> an immutable value
 */
public final class ReloadedFile<T> implements Supplier<T> {

    /** How long a folder or a file that is watched has to be at rest; tests of the gateway do not wait so long. */
    public static final long REST_MILLIS = Long.getLong("caravan.rest-millis", 1000);

    private static final Logger LOG = LoggerFactory.getLogger(ReloadedFile.class);
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private final Function<Path, T> reader;
    private final Function<T, String> news;
    private final String stays;
    private final LongSupplier nanoTime;
    private final AtomicLong nextLook;
    private Stamp stamp;
    private volatile T value;

    /**
     * @param reader throws {@link IllegalArgumentException} that names the file and the fault
     * @param news the line to log for a value that was read again
     * @param stays the sentence to log after the fault of a wrong file
     * @throws IllegalArgumentException that of the reader
     */
    public ReloadedFile(Path file, Function<Path, T> reader, Function<T, String> news, String stays) {
        this(file, reader, news, stays, System::nanoTime);
    }

    ReloadedFile(Path file, Function<Path, T> reader, Function<T, String> news, String stays, LongSupplier nanoTime) {
        this.file = file;
        this.reader = reader;
        this.news = news;
        this.stays = stays;
        this.nanoTime = nanoTime;
        this.nextLook = new AtomicLong(nanoTime.getAsLong() + LOOK_NANOS);
        this.stamp = Stamp.of(file);
        this.value = reader.apply(file);
    }

    @Override
    public T get() {
        long now = nanoTime.getAsLong();
        long due = nextLook.get();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_NANOS)) {
            look();
        }
        return value;
    }

    /** The stamp is older than the value: a change between them is seen at the next look. */
    private synchronized void look() {
        Stamp found = Stamp.of(file);
        if (!found.equals(stamp)) {
            stamp = found;
            read();
        }
    }

    private void read() {
        try {
            value = reader.apply(file);
            LOG.info("{}", news.apply(value));
        } catch (IllegalArgumentException e) {
            LOG.error("{}. {}.", e.getMessage(), stays);
        }
    }

    /** A changed file has another stamp; the key is another one when a file was moved into its place. */
    public record Stamp(FileTime time, long size, Object key) {

        public static Stamp of(Path file) {
            try {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(found.lastModifiedTime(), found.size(), found.fileKey());
            } catch (IOException e) {
                return new Stamp(null, 0, null);
            }
        }
    }
}
