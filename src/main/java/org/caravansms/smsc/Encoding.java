package org.caravansms.smsc;

/**
 * How the octets of a message are to be read, and how many of them a message holds: SMPP 3.4 section 5.2.19, 3GPP TS
 * 23.038 section 4, 3GPP TS 23.040 section 9.2.3.24.
 */
public enum Encoding {
    /** data_coding 0, 160 septets a message, each in an octet; the extension table's characters take two. */
    GSM7("GSM7", 0x00, 7),
    /** data_coding 8, big-endian, 70 code units of two octets a message. */
    UCS2("UCS2", 0x08, 16),
    /** data_coding 4, 140 octets a message. */
    OCTETS("8BIT", 0x04, 8);

    private static final int USER_DATA_BITS = 140 * Byte.SIZE;

    private final String label;
    private final byte dataCoding;
    private final int bits;

    Encoding(String label, int dataCoding, int bits) {
        this.label = label;
        this.dataCoding = (byte) dataCoding;
        this.bits = bits;
    }

    /** @return {@code GSM7}, {@code UCS2} or {@code 8BIT} */
    public String label() {
        return label;
    }

    /** @return the data_coding of a message without a class */
    public byte dataCoding() {
        return dataCoding;
    }

    /**
     * @param header the octets of the user data header with its length octet, or 0
     * @return the octets of short_message that fit one message after that header, less than 0 when the header does not
     */
    public int capacity(int header) {
        int units = Math.floorDiv(USER_DATA_BITS - header * Byte.SIZE, bits);
        return bits > Byte.SIZE ? 2 * units : units;
    }
}
