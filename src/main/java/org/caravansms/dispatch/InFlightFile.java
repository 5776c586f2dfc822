package org.caravansms.dispatch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.CRC32;
import org.caravansms.dispatch.InFlightMessage.InFlightPart;
import org.caravansms.smsc.NotSentException;

/**
 * A file of slots, mapped into memory, for the parts whose message is not settled yet. A write costs no system call and
 * outlives a kill of the process. It is not synced: a power cut may lose the last ones.
 *
 * <p>A slot has 128 octets: state, part, length of the message_id, one unused; reference; CRC-32 of the three below;
 * two longs of the message's key; milliseconds since 1970; message_id.
 */
final class InFlightFile implements Closeable {

    private static final int SLOT = 128;
    private static final int SEGMENT_SLOTS = 8192;
    private static final int SEGMENT = SLOT * SEGMENT_SLOTS;
    private static final int REFERENCE = 4;
    private static final int CHECK = 8;
    private static final int KEY = 16;
    private static final int TIME = 32;
    private static final int SMSC_ID = 40;
    private static final byte FREE = 0;
    private static final byte BEGUN = 1;
    private static final byte ACCEPTED = 2;

    /** An entry of a killed run whose message does not come again is dropped after this: the message was settled. */
    private static final Duration RETENTION = Duration.ofDays(7);

    private final FileChannel file;
    private final List<MappedByteBuffer> segments = new CopyOnWriteArrayList<>();
    private final Queue<Integer> free = new ConcurrentLinkedQueue<>();

    InFlightFile(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            do {
                map();
            } while (segments.size() * (long) SEGMENT < file.size());
        } catch (IOException e) {
            throw new UncheckedIOException("The parts in flight cannot be stored in " + path, e);
        }
    }

    /** @return the parts that were pending when the last run ended; all other slots are free from now on */
    List<InFlightPart> open() {
        List<InFlightPart> left = new ArrayList<>();
        for (int slot = 0; slot < segments.size() * SEGMENT_SLOTS; slot++) {
            InFlightPart part = read(slot);
            if (part == null) {
                free(slot);
            } else {
                left.add(part);
            }
        }
        return left;
    }

    /** @return the slot that records a part before it is sent */
    int begin(UUID key, int part, int reference) {
        Integer taken = free.poll();
        int slot = taken == null ? grow() : taken;
        ByteBuffer at = at(slot);
        at.putInt(REFERENCE, reference);
        at.putLong(KEY, key.getMostSignificantBits());
        at.putLong(KEY + Long.BYTES, key.getLeastSignificantBits());
        at.putLong(TIME, System.currentTimeMillis());
        at.put(1, (byte) part);
        at.putInt(CHECK, check(at));
        at.put(0, BEGUN);
        return slot;
    }

    /** The SMSC accepted the part. */
    void accept(int slot, String smscId) {
        ByteBuffer at = at(slot);
        byte[] id = smscId.getBytes(StandardCharsets.ISO_8859_1);
        int length = Math.min(id.length, SLOT - SMSC_ID);
        at.put(SMSC_ID, id, 0, length);
        at.put(2, (byte) length);
        at.put(0, ACCEPTED);
    }

    void free(int slot) {
        at(slot).put(0, FREE);
        free.add(slot);
    }

    InFlightPart read(int slot) {
        ByteBuffer at = at(slot);
        byte state = at.get(0);
        boolean known = (state == BEGUN || state == ACCEPTED) && at.getInt(CHECK) == check(at);
        if (!known || at.getLong(TIME) < System.currentTimeMillis() - RETENTION.toMillis()) {
            return null;
        }
        byte[] id = new byte[at.get(2) & 0xFF];
        at.get(SMSC_ID, id, 0, Math.min(id.length, SLOT - SMSC_ID));
        return new InFlightPart(
                slot,
                new UUID(at.getLong(KEY), at.getLong(KEY + Long.BYTES)),
                at.get(1) & 0xFF,
                at.getInt(REFERENCE),
                state == ACCEPTED ? new String(id, StandardCharsets.ISO_8859_1) : null);
    }

    private static int check(ByteBuffer at) {
        CRC32 crc = new CRC32();
        crc.update(at.slice(KEY, SMSC_ID - KEY));
        crc.update(at.get(1));
        crc.update(at.slice(REFERENCE, Integer.BYTES));
        return (int) crc.getValue();
    }

    private ByteBuffer at(int slot) {
        return segments.get(slot / SEGMENT_SLOTS).slice(slot % SEGMENT_SLOTS * SLOT, SLOT);
    }

    private synchronized int grow() {
        try {
            int first = map() * SEGMENT_SLOTS;
            for (int slot = first + 1; slot < first + SEGMENT_SLOTS; slot++) {
                free.add(slot);
            }
            return first;
        } catch (IOException e) {
            throw new NotSentException("The parts in flight cannot be stored: " + e.getMessage());
        }
    }

    /** @return the new segment's number */
    private int map() throws IOException {
        long from = segments.size() * (long) SEGMENT;
        fill(from + SEGMENT);
        segments.add(file.map(FileChannel.MapMode.READ_WRITE, from, SEGMENT));
        return segments.size() - 1;
    }

    /** Allocates the space on disk: on a full disk, a write to mapped memory would end the process. */
    private void fill(long end) throws IOException {
        long size = file.size();
        if (size < end) {
            ByteBuffer zeros = ByteBuffer.allocate((int) (end - size));
            while (zeros.hasRemaining()) {
                file.write(zeros, size + zeros.position());
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
