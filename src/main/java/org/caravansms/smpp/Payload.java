package org.caravansms.smpp;

import java.util.Arrays;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;

/**
 * The content of a message of any length, and the fields of submit_sm that describe it, SMPP 3.4 section 4.4.1. The
 * arrays are not copied.
 *
 * @param alphabet the alphabet by which its octets count
 * @param dataCoding the data_coding
 * @param protocolId the protocol_id
 * @param header the user data header with its length octet, 3GPP TS 23.040 section 9.2.3.24, or nothing
 * @param octets the octets behind the header
 * @param latin1 whether the octets are septets that are sent as ISO 8859-1
 */
record Payload(Alphabet alphabet, byte dataCoding, byte protocolId, byte[] header, byte[] octets, boolean latin1) {

    static Payload of(EncodedText text, byte dataCoding) {
        return new Payload(text.alphabet(), dataCoding, (byte) 0, text.header(), text.octets(), false);
    }

    static Payload withHeader(byte[] header, byte[] octets) {
        return new Payload(Alphabet.BINARY, Alphabet.BINARY.dataCoding(), (byte) 0, header, octets, false);
    }

    /** The septets still count: the SMSC turns ISO 8859-1 into septets again. */
    Payload asLatin1(byte otherDataCoding) {
        return new Payload(alphabet, otherDataCoding, protocolId, header, octets, true);
    }

    Payload withDataCoding(byte other) {
        return new Payload(Alphabet.ofSent(other), other, protocolId, header, octets, latin1);
    }

    boolean hasHeader() {
        return header.length > 0;
    }

    /** @throws RejectedMessageException when the octets do not begin with a header, though esm_class says so */
    Payload withHeaderFromOctets() {
        int length = octets.length == 0 ? 0 : Byte.toUnsignedInt(octets[0]) + 1;
        byte[] begin = Arrays.copyOf(octets, Math.min(length, octets.length));
        if (!UserDataHeader.isWhole(begin)) {
            throw new RejectedMessageException(
                    Fault.INVALID_MESSAGE_DATA,
                    "messagedata does not begin with a user data header, which esm_class announces.");
        }
        byte[] rest = Arrays.copyOfRange(octets, length, octets.length);
        return new Payload(alphabet, dataCoding, protocolId, begin, rest, false);
    }

    boolean isOnePart() {
        return octets.length <= alphabet.capacity(header.length);
    }

    /** @return a user data header and a slice of the octets, as the SMSC gets them */
    byte[] shortMessage(byte[] before, int from, int to) {
        boolean all = from == 0 && to == octets.length;
        byte[] slice = all ? octets : Arrays.copyOfRange(octets, from, to);
        byte[] data = latin1 ? latin1(slice) : slice;
        return before.length == 0 ? data : join(before, data);
    }

    /** Whether each of its characters is in ISO 8859-1, which has no euro sign. */
    boolean fitsLatin1() {
        return latin1(octets) != null;
    }

    private static byte[] latin1(byte[] septets) {
        return Alphabet.LATIN1.encode(GsmAlphabet.DEFAULT.decode(septets));
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
