package org.caravansms.smpp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What a client's submit_sm says, as a message type of the gateway: a text that can be decoded becomes one, all else
 * goes on octet for octet, SMPP 3.4 sections 5.2.12 and 5.2.19.
 *
 * @param type the message type
 * @param data a text, or hexadecimal digits
 * @param dataCoding the data_coding that goes on with it, -1 where the type says it or the provider chooses
 * @param hasHeader whether the data begin with a user data header
 */
public record SubmittedContent(String type, String data, int dataCoding, boolean hasHeader) {

    private static final String TEXT = "SMS:TEXT";
    private static final String UCS2 = "SMS:TEXT:UCS2";
    private static final String BINARY = "SMS:BINARY";
    private static final int UDHI = 0x40;
    private static final int NO_CLASS = 0x10;
    private static final int ANY = -1;
    private static final byte[] NOTHING = {};

    /** @return that of short_message, or of message_payload where that is empty */
    public static SubmittedContent of(SmppPdu pdu) {
        byte[] octets = octets(pdu);
        int dataCoding = pdu.number(PduField.DATA_CODING);
        byte[] withHeader = withHeader(pdu, octets);
        if (withHeader != null) {
            return new SubmittedContent(BINARY, hex(withHeader), dataCoding, true);
        }
        String text = text(octets, dataCoding);
        return text == null ? new SubmittedContent(BINARY, hex(octets), dataCoding, false) : ofText(text, dataCoding);
    }

    /**
     * @param parts all parts of a message, in their order
     * @return the text of the whole message, or null when it is none
     */
    public static SubmittedContent joined(List<TextPart> parts) {
        int dataCoding = parts.get(0).dataCoding();
        if (parts.stream().anyMatch(part -> part.dataCoding() != dataCoding)) {
            return null;
        }
        byte[] octets = parts.stream().map(TextPart::octets).reduce(NOTHING, Payload::join);
        String text = text(octets, dataCoding);
        return text == null ? null : ofText(text, dataCoding);
    }

    /** @return the octets behind a user data header, theirs or that of the sar parameters; null when there is none */
    static byte[] withHeader(SmppPdu pdu) {
        return withHeader(pdu, octets(pdu));
    }

    private static byte[] withHeader(SmppPdu pdu, byte[] octets) {
        byte[] sar = sarHeader(pdu);
        boolean hasHeader = (pdu.number(PduField.ESM_CLASS) & UDHI) != 0;
        return hasHeader ? octets : sar.length > 0 ? Payload.join(sar, octets) : null;
    }

    private static byte[] octets(SmppPdu pdu) {
        byte[] octets = pdu.octets(PduField.SHORT_MESSAGE);
        return octets.length > 0 ? octets : pdu.tlvs().getOrDefault(Tag.MESSAGE_PAYLOAD, NOTHING);
    }

    /** @return a user data header that says what the sar parameters say, sections 5.3.2.22 to 24, or nothing */
    private static byte[] sarHeader(SmppPdu pdu) {
        int of = number(pdu, Tag.SAR_TOTAL_SEGMENTS);
        int number = number(pdu, Tag.SAR_SEGMENT_SEQNUM);
        int reference = number(pdu, Tag.SAR_MSG_REF_NUM);
        return of > 1 && number >= 1 && number <= of
                ? UserDataHeader.concatenation(reference > 0xFF, NOTHING, reference, of, number)
                : NOTHING;
    }

    /** @return a text that has the same octets in its alphabet, or null when they are none */
    private static String text(byte[] octets, int dataCoding) {
        Alphabet alphabet = Alphabet.ofSent((byte) dataCoding);
        if (alphabet == Alphabet.BINARY) {
            return null;
        }
        String text = alphabet.decode(octets);
        return isMisnamed(octets, dataCoding) || Arrays.equals(octets, alphabet.encode(text)) ? text : null;
    }

    /** Octets above 0x7F are neither GSM 03.38 nor ASCII: many clients send Latin-1 or UTF-8 under these names. */
    private static boolean isMisnamed(byte[] octets, int dataCoding) {
        boolean sevenBits = dataCoding == 0 || dataCoding == Alphabet.ASCII.dataCoding();
        for (int i = 0; sevenBits && i < octets.length; i++) {
            if (octets[i] < 0) {
                return true;
            }
        }
        return false;
    }

    private static SubmittedContent ofText(String text, int dataCoding) {
        if (dataCoding == Alphabet.UCS2.dataCoding()) {
            return new SubmittedContent(UCS2, text, ANY, false);
        }
        return new SubmittedContent(TEXT, text, dataCoding < NO_CLASS ? ANY : dataCoding, false);
    }

    private static int number(SmppPdu pdu, int tag) {
        byte[] value = pdu.tlvs().getOrDefault(tag, NOTHING);
        return value.length == 0 || value.length > 2
                ? 0
                : ByteBuffer.wrap(Payload.join(new byte[Integer.BYTES - value.length], value))
                        .getInt();
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }

    /** Leaves the data out. */
    @Override
    public String toString() {
        return "SubmittedContent[" + type + "]";
    }
}
