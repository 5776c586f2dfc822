package org.caravansms.smpp;

import java.util.Arrays;

/**
 * A part of a long text in a client's submit_sm, by a user data header that says nothing else, 3GPP TS 23.040 sections
 * 9.2.3.24.1 and 9.2.3.24.8, or by sar parameters. The octets are not copied.
 *
 * @param reference the same in all parts of a message
 * @param total how many parts the message has
 * @param number its place among them, from 1 on
 * @param dataCoding the data_coding
 * @param octets the part without its header
 */
public record TextPart(int reference, int total, int number, int dataCoding, byte[] octets) {

    private static final int SHORT = 6;
    private static final int WIDE = 7;

    /** @return null when the PDU is no such part */
    public static TextPart of(SmppPdu pdu) {
        int dataCoding = pdu.number(PduField.DATA_CODING);
        byte[] all = SubmittedContent.withHeader(pdu);
        if (all == null || all.length == 0 || Alphabet.ofSent((byte) dataCoding) == Alphabet.BINARY) {
            return null;
        }
        byte[] header = Arrays.copyOf(all, Math.min(all.length, Byte.toUnsignedInt(all[0]) + 1));
        int length = isAlone(header) ? header.length : 0;
        if (length == 0) {
            return null;
        }
        int total = Byte.toUnsignedInt(header[length - 2]);
        int number = Byte.toUnsignedInt(header[length - 1]);
        byte[] octets = Arrays.copyOfRange(all, length, all.length);
        return total > 1 && number >= 1 && number <= total
                ? new TextPart(reference(header), total, number, dataCoding, octets)
                : null;
    }

    private static boolean isAlone(byte[] header) {
        boolean isShort = header.length == SHORT && header[1] == UserDataHeader.CONCATENATED;
        boolean isWide = header.length == WIDE && header[1] == UserDataHeader.CONCATENATED_16_BIT;
        return (isShort || isWide) && UserDataHeader.isWhole(header);
    }

    private static int reference(byte[] header) {
        int last = Byte.toUnsignedInt(header[header.length - 3]);
        return header.length == SHORT ? last : Byte.toUnsignedInt(header[3]) << Byte.SIZE | last;
    }

    /** Leaves the octets out. */
    @Override
    public String toString() {
        return "TextPart[" + number + "/" + total + "]";
    }
}
