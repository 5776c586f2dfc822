package org.caravansms.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Cuts a stream of octets into PDUs; reads as many PDUs at a time as there are. */
final class PduStream {
    private final InputStream in;
    private final byte[] buffer = new byte[2 * Pdu.MAX_LENGTH];
    private int start;
    private int end;

    PduStream(InputStream in) {
        this.in = in;
    }

    /** Whether the next PDU is here already; false where its length is wrong. */
    boolean hasNext() {
        return hasLength() && isLengthValid() && buffered() >= length();
    }

    /**
     * The next PDU, as soon as it is here; null at the end of the stream.
     *
     * @throws IOException if the connection broke or the command_length is wrong
     */
    Pdu next() throws IOException {
        while (!hasNext()) {
            checkLength();
            if (!fill()) {
                return null;
            }
        }
        return take();
    }

    private Pdu take() {
        int length = length();
        Pdu pdu = Pdu.received(Arrays.copyOfRange(buffer, start, start + length));
        start += length;
        return pdu;
    }

    private void checkLength() throws IOException {
        if (hasLength() && !isLengthValid()) {
            throw new IOException("a PDU with a wrong command_length: " + Integer.toUnsignedString(length()));
        }
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, buffered());
        end = buffered();
        start = 0;
        int count = in.read(buffer, end, buffer.length - end);
        end += Math.max(count, 0);
        return count >= 0;
    }

    private int buffered() {
        return end - start;
    }

    private boolean hasLength() {
        return buffered() >= Integer.BYTES;
    }

    private int length() {
        return ByteBuffer.wrap(buffer).getInt(start);
    }

    private boolean isLengthValid() {
        return length() >= Pdu.HEADER_LENGTH && length() <= Pdu.MAX_LENGTH;
    }
}
