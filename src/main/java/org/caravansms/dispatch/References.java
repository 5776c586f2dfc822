package org.caravansms.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;

/**
 * The references of long messages, 3GPP TS 23.040 section 9.2.3.24.1: a handset joins parts of one sender and
 * reference, so that two messages to it need two references. Counts for each recipient in a file of 128 KiB that is
 * mapped into memory, so that a kill loses nothing; a new file begins at random. Recipients of one hash share a count.
 * Each of several gateways has its own file and number, and they never use the same reference.
 */
public final class References {

    private static final int COUNTS = 1 << 16;
    private static final int MOST_NODES = 128;
    private static final int OCTET = 256;

    private final MappedByteBuffer counts;
    private final int node;
    private final int nodes;
    private final int perRound;

    /**
     * @param file the file of the counts, created when missing
     * @param node which of the gateways this is, 0 for the first
     * @param nodes how many there are, 1 to 128
     * @throws IllegalArgumentException when there is no such node
     * @throws UncheckedIOException when the file cannot be used
     */
    public References(Path file, int node, int nodes) {
        if (nodes < 1 || nodes > MOST_NODES || node < 0 || node >= nodes) {
            throw new IllegalArgumentException("There is no node " + node + " of " + nodes + ": nodes are 1 to "
                    + MOST_NODES + ", the first is node 0");
        }
        this.counts = map(file);
        this.node = node;
        this.nodes = nodes;
        this.perRound = (OCTET - 1 - node) / nodes + 1;
    }

    /**
     * @param recipient the number as it is submitted
     * @return 0 to 65,535; also its lower eight bits alone come again only after 256 / nodes messages to the recipient,
     *     and never at another node
     */
    public int next(String recipient) {
        int count = count(bucket(recipient));
        int lower = node + nodes * (count % perRound);
        int upper = count / perRound % OCTET;
        return upper * OCTET + lower;
    }

    /** A round goes through all lower octets of this node; after 256 rounds everything begins anew. */
    private synchronized int count(int bucket) {
        int at = bucket * Short.BYTES;
        int count = Short.toUnsignedInt(counts.getShort(at)) % (perRound * OCTET);
        counts.putShort(at, (short) ((count + 1) % (perRound * OCTET)));
        return count;
    }

    private static int bucket(String recipient) {
        int hash = recipient.hashCode() * 0x9E3779B9;
        return hash >>> Short.SIZE;
    }

    private static MappedByteBuffer map(Path file) {
        try {
            if (Files.notExists(file) || Files.size(file) != COUNTS * Short.BYTES) {
                create(file);
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                return channel.map(FileChannel.MapMode.READ_WRITE, 0, COUNTS * (long) Short.BYTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The references " + file + " cannot be stored: " + e, e);
        }
    }

    /** A kill in the middle leaves no half file. */
    private static void create(Path file) throws IOException {
        byte[] random = new byte[COUNTS * Short.BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path made = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new");
        Files.write(made, random);
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
