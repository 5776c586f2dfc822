package org.caravansms.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the body of a PDU, one field after another (SMPP 3.4 issue 1.2, section 3.1). */
final class PduBody {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** The mandatory parameters of a deliver_sm (section 4.6.1). */
    static PduBody deliverSm(PduAddress source, PduAddress destination, int esmClass, int dataCoding, byte[] message) {
        return new PduBody()
                .cString("")
                .address(source)
                .address(destination)
                .octets(esmClass, 0, 0)
                .cString("")
                .cString("")
                .octets(0, 0, dataCoding, 0)
                .shortMessage(message);
    }

    /** The mandatory parameters of a data_sm (section 4.7.1). */
    static PduBody dataSm(PduAddress source, PduAddress destination, int esmClass, int dataCoding) {
        return new PduBody().cString("").address(source).address(destination).octets(esmClass, 0, dataCoding);
    }

    PduBody octets(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    PduBody cString(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return octets(0);
    }

    PduBody address(PduAddress address) {
        return octets(address.ton(), address.npi()).cString(address.addr());
    }

    /** sm_length and short_message, 254 octets at most. */
    PduBody shortMessage(byte[] message) {
        return octets(message.length).bytes(message);
    }

    /** An optional parameter (section 5.3). */
    PduBody tlv(int tag, byte[] value) {
        return octets(tag >> 8, tag, value.length >> 8, value.length).bytes(value);
    }

    PduBody bytes(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
