package org.caravansms.smsc;

/**
 * What a message carries, of whatever length, and the fields of submit_sm that say how to read it, SMPP 3.4 section
 * 4.4.1. The arrays are not copied.
 *
 * @param encoding how its octets are counted
 * @param dataCoding the data_coding
 * @param protocolId the protocol_id
 * @param header the user data header with its length octet, 3GPP TS 23.040 section 9.2.3.24, or nothing
 * @param octets what follows the header
 */
record Payload(Encoding encoding, byte dataCoding, byte protocolId, byte[] header, byte[] octets) {

    private static final byte[] NO_HEADER = {};
    private static final byte UDHI = 0x40;
    private static final int HAS_CLASS = 0x10;

    static Payload of(EncodedText text) {
        return new Payload(text.encoding(), text.encoding().dataCoding(), (byte) 0, NO_HEADER, text.octets());
    }

    static Payload of(byte[] octets) {
        return withHeader(NO_HEADER, octets);
    }

    static Payload withHeader(byte[] header, byte[] octets) {
        return new Payload(Encoding.OCTETS, Encoding.OCTETS.dataCoding(), (byte) 0, header, octets);
    }

    /** @param messageClass 0 to 3, 3GPP TS 23.038 section 4 */
    Payload withClass(int messageClass) {
        return new Payload(encoding, (byte) (dataCoding | HAS_CLASS | messageClass), protocolId, header, octets);
    }

    byte esmClass() {
        return header.length == 0 ? 0 : UDHI;
    }

    /** @return the octets that fit one message after the header */
    int onePart() {
        return encoding.capacity(header.length);
    }

    boolean isOnePart() {
        return octets.length <= onePart();
    }

    /** @return the header and what follows it */
    byte[] shortMessage() {
        return header.length == 0 ? octets : Octets.join(header, octets);
    }
}
