package org.caravansms;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.caravansms.inbound.InboundRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inbound rules as their file has them now: whoever asks makes it look, once a second at most, whether the file is
 * another, and read it again. One that is wrong is told in the log once, and the rules before it stay in force.
 */
public final class InboundRulesFile implements Supplier<InboundRules> {

    private static final Logger LOG = LoggerFactory.getLogger(InboundRulesFile.class);
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime() + LOOK_NANOS);
    private FileStamp stamp;
    private volatile InboundRules rules;

    /** @throws IllegalArgumentException naming the file, the line and the word that is wrong */
    public InboundRulesFile(Path file) {
        this.file = file;
        this.stamp = FileStamp.of(file);
        this.rules = InboundRules.in(file);
    }

    @Override
    public InboundRules get() {
        long now = System.nanoTime();
        long due = nextLook.get();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_NANOS)) {
            look();
        }
        return rules;
    }

    /** The stamp is older than what is read: a change that comes between them is seen at the next look. */
    private synchronized void look() {
        FileStamp found = FileStamp.of(file);
        if (!found.equals(stamp)) {
            stamp = found;
            read();
        }
    }

    private void read() {
        try {
            rules = InboundRules.in(file);
            LOG.info("Inbound   {} rules of {} are in force", rules.count(), file);
        } catch (IllegalArgumentException e) {
            LOG.error("{}. The rules before stay in force.", e.getMessage());
        }
    }
}
