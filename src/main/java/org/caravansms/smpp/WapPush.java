package org.caravansms.smpp;

import org.caravansms.message.RejectedMessageException;

/** {@code SMS:WAPPUSH}: an SI document, or the hexadecimal digits of a whole WSP PDU, to the handset's push port. */
final class WapPush {

    /** Transaction id; 6 is Push; one octet of headers: application/vnd.wap.sic. WAP-230-WSP section 8.2.4.1. */
    private static final byte[] PUSH_SI = {(byte) 0xEA, 0x06, 0x01, (byte) 0xAE};

    private WapPush() {}

    /** @throws RejectedMessageException when it is neither, or a document that cannot be sent */
    static Payload payload(String data) {
        return Payload.withHeader(PortHeader.WAP_PUSH.octets(), pdu(data));
    }

    private static byte[] pdu(String data) {
        return data.stripLeading().startsWith("<")
                ? Octets.join(PUSH_SI, ServiceIndication.binary(XmlData.root(data.strip())))
                : Octets.ofHex("messagedata is no <si> document and", data);
    }
}
