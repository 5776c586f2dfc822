package org.caravansms.smpp;

import java.nio.ByteBuffer;

/**
 * A user data header that addresses an application on the handset by 16-bit ports, 3GPP TS 23.040 section 9.2.3.24.4.
 * The ports are those of WAP-259-WDP, appendix B.
 */
enum PortHeader {
    VCARD(9204, 0),
    VCALENDAR(9205, 0),
    WAP_PUSH(2948, 9200);

    private final int destination;
    private final int source;

    PortHeader(int destination, int source) {
        this.destination = destination;
        this.source = source;
    }

    /** Six octets follow the length: information element 5 of four octets. */
    byte[] octets() {
        return ByteBuffer.allocate(7)
                .put(new byte[] {6, UserDataHeader.PORTS_16_BIT, 4})
                .putShort((short) destination)
                .putShort((short) source)
                .array();
    }
}
