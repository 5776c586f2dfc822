package org.caravansms.smpp;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** User data headers, length octet included, and their information elements, 3GPP TS 23.040 section 9.2.3.24. */
final class UserDataHeader {

    static final byte CONCATENATED = 0x00;
    static final byte PORTS = 0x04;
    static final byte PORTS_16_BIT = 0x05;
    static final byte CONCATENATED_16_BIT = 0x08;

    private UserDataHeader() {}

    /** @return a header that addresses an application on the handset by its port, section 9.2.3.24.4 */
    static byte[] ports(int destination, int source) {
        ByteBuffer header = ByteBuffer.allocate(7).put(new byte[] {6, PORTS_16_BIT, 4});
        return header.putShort((short) destination).putShort((short) source).array();
    }

    /** A right length alone is not enough: a port's element without the header's length octet has one by chance. */
    static boolean isWhole(byte[] header) {
        int end = 1;
        while (end + 1 < header.length) {
            end += 2 + Byte.toUnsignedInt(header[end + 1]);
        }
        return end == header.length && end > 1 && Byte.toUnsignedInt(header[0]) == end - 1;
    }

    /** @return the value of the first such element, null when there is none of that length */
    static byte[] element(byte[] header, byte id, int length) {
        for (int at = 1; at + 1 + length < header.length; at += 2 + Byte.toUnsignedInt(header[at + 1])) {
            if (header[at] == id && header[at + 1] == length) {
                return Arrays.copyOfRange(header, at + 2, at + 2 + length);
            }
        }
        return null;
    }

    /** @return whether one of the elements says that the message is a part already */
    static boolean isConcatenated(byte[] header) {
        for (int at = 1; at + 1 < header.length; at += 2 + Byte.toUnsignedInt(header[at + 1])) {
            if (header[at] == CONCATENATED || header[at] == CONCATENATED_16_BIT) {
                return true;
            }
        }
        return false;
    }

    /** @return the length of a header that holds the elements of another one and {@link #concatenation} */
    static int concatenatedLength(byte[] header, boolean wide) {
        return Math.max(1, header.length) + (wide ? 6 : 5);
    }

    /**
     * @param wide whether the reference has 16 bits and not 8
     * @param header another header, whose elements stand before this one in the same header, or nothing
     */
    static byte[] concatenation(boolean wide, byte[] header, int reference, int of, int number) {
        int length = concatenatedLength(header, wide);
        ByteBuffer to = ByteBuffer.allocate(length).put((byte) (length - 1));
        to.put(header, Math.min(1, header.length), Math.max(0, header.length - 1));
        if (wide) {
            to.put(CONCATENATED_16_BIT).put((byte) 4).putShort((short) reference);
        } else {
            to.put(CONCATENATED).put((byte) 3).put((byte) reference);
        }
        return to.put((byte) of).put((byte) number).array();
    }
}
