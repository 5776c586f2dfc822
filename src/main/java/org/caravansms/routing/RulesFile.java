package org.caravansms.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules as their file has them now: whoever asks makes it look, once a second at most, whether the file is another,
 * and read it again. One that is wrong is told in the log once, and the rules before it stay in force.
 */
final class RulesFile implements Supplier<RoutingRules> {

    private static final Logger LOG = LoggerFactory.getLogger(RulesFile.class);
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private final QueueNames queues;
    private final LongSupplier nanoTime;
    private final AtomicLong nextLook;
    private Stamp stamp;
    private volatile RoutingRules rules;

    /** @throws IllegalArgumentException naming the file, the line and the word that is wrong */
    RulesFile(Path file, QueueNames queues, LongSupplier nanoTime) {
        this.file = file;
        this.queues = queues;
        this.nanoTime = nanoTime;
        this.nextLook = new AtomicLong(nanoTime.getAsLong() + LOOK_NANOS);
        this.stamp = Stamp.of(file);
        this.rules = RoutingRules.in(file, queues);
    }

    @Override
    public RoutingRules get() {
        long now = nanoTime.getAsLong();
        long due = nextLook.get();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_NANOS)) {
            look();
        }
        return rules;
    }

    /** The stamp is older than what is read: a change that comes between them is seen at the next look. */
    private synchronized void look() {
        Stamp found = Stamp.of(file);
        if (!found.equals(stamp)) {
            stamp = found;
            read();
        }
    }

    private void read() {
        try {
            rules = RoutingRules.in(file, queues);
            LOG.info("Routing   {} rules of {} are in force", rules.count(), file);
        } catch (IllegalArgumentException e) {
            LOG.error("{}. The rules before stay in force.", e.getMessage());
        }
    }

    /** By what a changed file is known; the key tells one that was moved into its place. */
    private record Stamp(FileTime time, long size, Object key) {

        static Stamp of(Path file) {
            try {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(found.lastModifiedTime(), found.size(), found.fileKey());
            } catch (IOException e) {
                return new Stamp(null, 0, null);
            }
        }
    }
}
