package org.caravansms.gateway;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A capture file in the format of libpcap, of IPv4 packets without a link layer, with the octets of TCP connections. */
final class PcapFile implements AutoCloseable {

    private static final int MAGIC = 0xA1B2C3D4;
    private static final int LINKTYPE_RAW = 101;
    private static final int HEADERS = 40;
    private static final int MOST = 65_535 - HEADERS;
    private static final int LOOPBACK = 0x7F000001;
    private static final short ACK = 0x5010;

    private final OutputStream out;
    private final Map<Long, Integer> sent = new HashMap<>();

    PcapFile(Path file) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file));
        out.write(ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(MOST + HEADERS)
                .putInt(LINKTYPE_RAW)
                .array());
    }

    /** Adds what one end of a connection sent. Ports tell connections and directions apart. */
    synchronized void add(int from, int to, byte[] octets, int length) throws IOException {
        for (int at = 0; at < length; at += MOST) {
            segment(from, to, octets, at, Math.min(MOST, length - at));
        }
    }

    private void segment(int from, int to, byte[] octets, int at, int length) throws IOException {
        int sequence = 1 + sent.getOrDefault(key(from, to), 0);
        int acknowledged = 1 + sent.getOrDefault(key(to, from), 0);
        sent.merge(key(from, to), length, Integer::sum);
        long micros = System.currentTimeMillis() * 1_000;
        out.write(ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (micros / 1_000_000))
                .putInt((int) (micros % 1_000_000))
                .putInt(HEADERS + length)
                .putInt(HEADERS + length)
                .array());
        out.write(headers(from, to, sequence, acknowledged, length));
        out.write(octets, at, length);
    }

    /** IPv4, RFC 791, and TCP, RFC 9293; dissectors leave checksums of 0 alone. */
    private static byte[] headers(int from, int to, int sequence, int acknowledged, int length) {
        return ByteBuffer.allocate(HEADERS)
                .putShort((short) 0x4500)
                .putShort((short) (HEADERS + length))
                .putInt(0x4000)
                .putInt(0x40060000)
                .putInt(LOOPBACK)
                .putInt(LOOPBACK)
                .putShort((short) from)
                .putShort((short) to)
                .putInt(sequence)
                .putInt(acknowledged)
                .putShort(ACK)
                .putShort((short) 0xFFFF)
                .putInt(0)
                .array();
    }

    private static long key(int from, int to) {
        return (long) from << Integer.SIZE | to;
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
