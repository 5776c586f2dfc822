package org.caravansms.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures a synced write in the data directory, and compares it with {@code journal-buffer-timeout} of
 * {@code broker.xml}: the journal collects writes for so long before it syncs them.
 *
 * @param broker broker.xml
 * @param data the data directory
 */
record DiskCheck(Path broker, Path data) {

    private static final int WRITES = 250;
    private static final int OCTETS = 4096;
    private static final long MOST_NANOS = 3_000_000_000L;
    private static final double SLOW_NANOS = 10e6;
    private static final int FACTOR = 4;
    private static final int LEAST_FREE_PERCENT = 10;
    private static final Pattern TIMEOUT = Pattern.compile("<journal-buffer-timeout>\\s*([0-9]+)");

    List<Finding> findings() {
        try {
            return List.of(room(), speed(median()));
        } catch (IOException e) {
            return List.of(Finding.wrong(
                    "disk", data + " cannot be written: " + e, "make the directory the gateway's own user's"));
        }
    }

    private Finding room() throws IOException {
        Path place = place();
        long free = Files.getFileStore(place).getUsableSpace();
        long percent = 100 * free / Math.max(1, Files.getFileStore(place).getTotalSpace());
        String text = (free >> 20) + " MiB free, " + percent + " %";
        return percent >= LEAST_FREE_PERCENT
                ? Finding.ok("disk", text)
                : Finding.warning("disk", text, "make room: see max-disk-usage in " + broker);
    }

    /** Before the first start there is no data directory, and the start makes it for its owner only. */
    private Path place() {
        Path place = data.toAbsolutePath();
        while (Files.notExists(place)) {
            place = place.getParent();
        }
        return place;
    }

    /** @return the time of one write in nanoseconds */
    private long median() throws IOException {
        Path probe = Files.createTempFile(place(), "check", ".probe");
        List<Long> times = new ArrayList<>();
        try (FileChannel file = FileChannel.open(probe, StandardOpenOption.WRITE)) {
            ByteBuffer octets = ByteBuffer.allocate(OCTETS);
            long begin = System.nanoTime();
            while (times.size() < WRITES && System.nanoTime() - begin < MOST_NANOS) {
                long start = System.nanoTime();
                file.write(octets.rewind(), (long) times.size() * OCTETS);
                file.force(false);
                times.add(System.nanoTime() - start);
            }
        } finally {
            Files.delete(probe);
        }
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElse(0);
    }

    private Finding speed(long nanos) throws IOException {
        Matcher set = TIMEOUT.matcher(Files.readString(broker));
        long timeout = set.find() ? Long.parseLong(set.group(1)) : 0;
        String text = String.format(
                Locale.ROOT,
                "a synced write of 4 KiB takes %.0f µs; journal-buffer-timeout is %.0f µs",
                nanos / 1e3,
                timeout / 1e3);
        if (nanos > SLOW_NANOS) {
            return Finding.warning(
                    "disk speed", text, "each request waits for a write: take a faster disk, or send many a request");
        }
        boolean far = timeout > FACTOR * nanos || nanos > FACTOR * timeout;
        return far
                ? Finding.warning(
                        "disk speed", text, "set journal-buffer-timeout in " + broker + " to " + nanos / 1000 * 1000)
                : Finding.ok("disk speed", text);
    }
}
