package org.caravansms.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Writes the current stats to a file; a reader finds a whole line at any time. */
final class StatsFile implements Runnable {
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path file;
    private final Path next;
    private final Simulator simulator;
    private Stats written;

    StatsFile(Path file, Simulator simulator) {
        this.file = file;
        this.next = file.resolveSibling(file.getFileName() + ".next");
        this.simulator = simulator;
    }

    @Override
    public void run() {
        while (true) {
            write();
            LockSupport.parkNanos(PERIOD_NANOS);
        }
    }

    /**
     * Writes the stats if they changed.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    synchronized void write() {
        Stats stats = simulator.stats();
        if (!stats.equals(written)) {
            write(stats.json() + "\n");
            written = stats;
        }
    }

    private void write(String line) {
        try {
            Files.writeString(next, line);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the stats file " + file + ": " + e, e);
        }
    }
}
