package org.caravansms.broker;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.activemq.artemis.core.config.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step before new messages of clients and SMSCs are accepted: refuses them while the disk of the journal is fuller
 * than {@code max-disk-usage} or {@code min-disk-free} of {@code broker.xml} allows. Accepted messages are still sent
 * and settled in the remaining space, until the journal has no room for its next files: then the queues are not read
 * either. Artemis itself would block all senders, and with them the settlement.
 */
public final class DiskSpace implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DiskSpace.class);
    private static final int UNLIMITED = -1;

    /** The journal creates a file before it needs it. */
    private static final long FILES = 2;

    private final Path data;
    private int mostPercent = UNLIMITED;
    private long leastFree = UNLIMITED;
    private long toSettle;
    private volatile double percent;
    private volatile double limit = 100;
    private volatile boolean full;
    private volatile boolean exhausted;
    private volatile boolean failed;

    /** @param data the directory that has the journal */
    DiskSpace(Path data) {
        this.data = data;
    }

    /** As in Artemis, {@code min-disk-free} wins over {@code max-disk-usage}. */
    void takeLimitsFrom(Configuration broker) {
        leastFree = broker.getMinDiskFree();
        mostPercent = leastFree == UNLIMITED ? broker.getMaxDiskUsage() : UNLIMITED;
        toSettle = FILES * broker.getJournalFileSize();
        broker.setMinDiskFree(UNLIMITED).setMaxDiskUsage(UNLIMITED);
    }

    /** Checks the disk. */
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
        limit = limit(all);
        exhausted = failed || free < toSettle;
        full = exhausted || isOverLimit(free);
        if (!state().equals(before)) {
            LOG.warn("The disk of {} is {}", data, this);
        }
    }

    private double limit(long all) {
        if (leastFree == UNLIMITED || all <= 0) {
            return mostPercent == UNLIMITED ? 100 : mostPercent;
        }
        return Math.max(0, 100.0 * (all - leastFree) / all);
    }

    private boolean isOverLimit(long free) {
        return leastFree == UNLIMITED ? mostPercent != UNLIMITED && percent >= mostPercent : free <= leastFree;
    }

    /** The disk could not be written to, and the broker has stopped. */
    void fail() {
        failed = true;
        run();
    }

    /** @return whether new messages are accepted */
    public boolean hasRoom() {
        return !full;
    }

    /** @return whether messages that are received can be settled */
    public boolean hasRoomToSettle() {
        return !exhausted;
    }

    /**
     * @param messages the new messages; an empty list needs no room
     * @throws DiskFullException when the disk has no room for new messages
     */
    public void check(List<?> messages) throws DiskFullException {
        if (full && !messages.isEmpty()) {
            throw new DiskFullException("The disk is " + this);
        }
    }

    /** @return how full the disk is, from 0 to 1 */
    public double usedRatio() {
        return percent / 100;
    }

    /** @return how full it may be for new messages, from 0 to 1 */
    public double limitRatio() {
        return limit / 100;
    }

    /** @return such as {@code 96.2}, without the sign */
    public String percent() {
        return String.format(Locale.ROOT, "%.1f", percent);
    }

    /** @return the meaning of that percentage */
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
