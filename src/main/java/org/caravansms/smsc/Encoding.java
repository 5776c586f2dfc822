package org.caravansms.smsc;

/**
 * The alphabets of a text, SMPP 3.4 section 5.2.19.
 */
public enum Encoding {
    /** data_coding 0, 160 septets a message, each in an octet; the extension table's characters take two. */
    GSM7(0x00, 160),
    /** data_coding 8, big-endian, 70 code units of two octets a message. */
    UCS2(0x08, 140);

    private final byte dataCoding;
    private final int onePart;

    Encoding(int dataCoding, int onePart) {
        this.dataCoding = (byte) dataCoding;
        this.onePart = onePart;
    }

    public byte dataCoding() {
        return dataCoding;
    }

    /** @return the octets that fit a message of one part, user data header excluded */
    public int onePart() {
        return onePart;
    }
}
