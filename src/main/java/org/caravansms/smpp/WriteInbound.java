package org.caravansms.smpp;

import java.util.HexFormat;
import java.util.List;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.Ports;
import org.caravansms.smpp.Profile.LongMessages;

/**
 * A message from a handset for a client of the SMPP server, SMPP 3.4 section 4.6.1: one deliver_sm, or the parts of a
 * long one, each with its number in a user data header, 3GPP TS 23.040 section 9.2.3.24.1.
 */
public final class WriteInbound {

    private static final String BINARY = "SMS:BINARY";
    private static final int UDHI = 0x40;
    private static final byte[] NOTHING = {};

    private WriteInbound() {}

    /**
     * @param reference the common reference of the parts, of which 8 bits count
     * @return the octets of each, in the order of the parts
     */
    public static List<byte[]> octets(InboundMessage message, int reference) {
        Payload payload = payload(message);
        Parts parts = new Parts(payload, LongMessages.UDH);
        return (parts.count() > SplitMessage.MOST_PARTS ? new Parts(payload, LongMessages.PAYLOAD) : parts)
                .get(reference).stream()
                        .map(part -> octets(message, payload, part))
                        .toList();
    }

    private static byte[] octets(InboundMessage message, Payload payload, Parts.Part part) {
        SmppPdu pdu = ClientDeliverSm.between(message.source(), message.destination())
                .with(PduField.ESM_CLASS, part.hasHeader() ? UDHI : 0)
                .with(PduField.DATA_CODING, (int) payload.dataCoding())
                .with(PduField.SHORT_MESSAGE, part.shortMessage());
        part.tlvs().forEach(pdu::with);
        return WriteSmppPdu.octets(pdu);
    }

    private static Payload payload(InboundMessage message) {
        byte[] header = header(message.ports());
        if (BINARY.equals(message.type())) {
            return Payload.withHeader(header, HexFormat.of().parseHex(message.text()));
        }
        EncodedText text = EncodedText.of(message.text());
        return Payload.of(
                new EncodedText(text.alphabet(), text.octets(), header),
                text.alphabet().dataCoding());
    }

    /** A port that the message does not name is 0. */
    private static byte[] header(Ports ports) {
        return ports.equals(Ports.NONE)
                ? NOTHING
                : UserDataHeader.ports(Math.max(0, ports.destination()), Math.max(0, ports.source()));
    }
}
