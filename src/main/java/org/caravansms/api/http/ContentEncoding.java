package org.caravansms.api.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.camel.util.StringHelper;
import org.caravansms.api.ApiException;
import org.caravansms.message.Fault;

/** Undoes a body's Content-Encoding (RFC 9110 section 8.4). A body that inflates past its limit is read no further. */
final class ContentEncoding {

    private static final int STEP = 8 * 1024;
    private static final int LONGEST_NAME = 40;

    private ContentEncoding() {}

    /**
     * @param encoding the header, null when there is none
     * @param octets the body as received
     * @param inflated the buffer of the inflated body, with its limits
     * @throws ApiException when it is broken, too large, or of an encoding that is not known
     */
    static byte[] decode(String encoding, byte[] octets, Body inflated) {
        return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> octets;
            case "gzip", "x-gzip" -> inflate(octets, inflated);
            default ->
                throw new ApiException(
                        Fault.INVALID_REQUEST,
                        "The Content-Encoding " + shortened(encoding) + " is not known; gzip is.");
        };
    }

    private static byte[] inflate(byte[] octets, Body inflated) {
        byte[] step = new byte[STEP];
        try (InputStream in = new Members(octets)) {
            for (int count = in.read(step); count >= 0; count = in.read(step)) {
                inflated.append(ByteBuffer.wrap(step, 0, count));
            }
        } catch (IOException e) {
            throw new ApiException(Fault.INVALID_REQUEST, "The body is not gzip, which its Content-Encoding says.");
        }
        return inflated.octets();
    }

    /** GZIPInputStream calls itself for each empty member (RFC 1952 section 2.2) that follows another one. */
    private static final class Members extends GZIPInputStream {

        private static final int MOST_EMPTY = 100;

        private int empty;

        Members(byte[] octets) throws IOException {
            super(new ByteArrayInputStream(octets), STEP);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (++empty > MOST_EMPTY) {
                throw new ZipException("too many empty members");
            }
            try {
                return super.read(into, offset, length);
            } finally {
                empty--;
            }
        }
    }

    private static String shortened(String name) {
        return StringHelper.limitLength(name, LONGEST_NAME);
    }
}
