package org.caravansms.datadir;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.camel.util.HostUtils;

/**
 * Prevents a second gateway from using a data directory. The lock is one of the system, on the file
 * {@code gateway.lock}, so that it ends with the process in any case; the file names the process that has it.
 */
public final class DataLock implements AutoCloseable {

    /** Behind the text, which others must be able to read on systems whose locks prevent reading. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    /** The text replaces the last one in place, for which a full disk has room. */
    private static final int LENGTH = 200;

    private final FileChannel file;

    private DataLock(FileChannel file) {
        this.file = file;
    }

    /** @throws IllegalStateException naming the process that has it */
    public static DataLock take(Path data) throws IOException {
        Files.createDirectories(data);
        FileChannel file = FileChannel.open(
                data.resolve("gateway.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (!isLocked(file)) {
            throw new IllegalStateException("the data directory " + data + " is in use by another gateway, "
                    + owner(file) + ": stop that one, or give this one a sms.data-dir of its own");
        }
        String owner = "process " + ProcessHandle.current().pid() + " on host " + host();
        file.write(StandardCharsets.UTF_8.encode(String.format("%-" + LENGTH + "s", owner)), 0);
        return new DataLock(file);
    }

    /** The file stays open where this process has the lock already: closing it would end that one. */
    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            return file.tryLock(PLACE, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String owner(FileChannel file) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LENGTH);
        file.read(text, 0);
        return StandardCharsets.UTF_8.decode(text.flip()).toString().strip();
    }

    private static String host() {
        try {
            return HostUtils.getLocalHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
