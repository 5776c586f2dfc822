package org.caravansms.broker;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step before anything new is taken, be it from a client or from an SMSC: it is refused while the disk of the queue
 * is as full as {@code max-disk-usage} or {@code min-disk-free} of {@code broker.xml} allows. What was taken before goes
 * on, and is settled in the rest of the disk, until the journal may not get its next files: then nothing is taken off the
 * queues either. Artemis itself would have everybody wait who sends, and so those who settle, for what they sent.
 */
public final class DiskSpace implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DiskSpace.class);
    private static final int UNLIMITED = -1;

    /** The journal makes a file ready before it needs it. */
    private static final long FILES = 2;

    private final Path data;
    private int mostPercent = UNLIMITED;
    private long leastFree = UNLIMITED;
    private long toSettle;
    private volatile double percent;
    private volatile boolean full;
    private volatile boolean exhausted;
    private volatile boolean failed;

    /** @param data the directory that has the journal */
    DiskSpace(Path data) {
        this.data = data;
    }

    /** As for Artemis, {@code min-disk-free} goes before {@code max-disk-usage}. */
    void takeLimitsFrom(Configuration broker) {
        leastFree = broker.getMinDiskFree();
        mostPercent = leastFree == UNLIMITED ? broker.getMaxDiskUsage() : UNLIMITED;
        toSettle = FILES * broker.getJournalFileSize();
        broker.setMinDiskFree(UNLIMITED).setMaxDiskUsage(UNLIMITED);
    }

    /** Looks at the disk. */
    @Override
    public void run() {
        try {
            FileStore disk = Files.getFileStore(data);
            look(disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException | RuntimeException e) {
            LOG.debug("The disk of {} cannot be looked at: {}", data, e.toString());
        }
    }

    void look(long free, long all) {
        String before = state();
        percent = all <= 0 ? 0 : 100.0 * (all - free) / all;
        exhausted = failed || free < toSettle;
        full = exhausted || isOverLimit(free);
        if (!state().equals(before)) {
            LOG.warn("The disk of {} is {}", data, this);
        }
    }

    private boolean isOverLimit(long free) {
        return leastFree == UNLIMITED ? mostPercent != UNLIMITED && percent >= mostPercent : free <= leastFree;
    }

    /** It could not be written to, and the broker has ended for that. */
    void fail() {
        failed = true;
        run();
    }

    /** @return whether what is taken off a queue can be settled */
    public boolean hasRoomToSettle() {
        return !exhausted;
    }

    /**
     * @param messages what is to be queued; nothing needs no room
     * @throws DiskFullException when there is room for nothing new
     */
    public void check(@Body List<?> messages) throws DiskFullException {
        if (full && !messages.isEmpty()) {
            throw new DiskFullException("The disk is " + this);
        }
    }

    /** @return such as {@code 96.2}, without the sign */
    public String percent() {
        return String.format(Locale.ROOT, "%.1f", percent);
    }

    /** @return what that percentage means */
    public String meaning() {
        String limit = leastFree == UNLIMITED ? "max-disk-usage " + mostPercent : "min-disk-free " + leastFree;
        return "% full: " + state() + " (" + limit + " in config/broker.xml)";
    }

    private String state() {
        if (exhausted) {
            return "nothing is accepted, and nothing sent";
        }
        return full ? "nothing new is accepted, what was goes on being sent" : "there is room";
    }

    @Override
    public String toString() {
        return percent() + " " + meaning();
    }
}
