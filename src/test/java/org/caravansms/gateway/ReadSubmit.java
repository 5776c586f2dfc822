package org.caravansms.gateway;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.tlv.Tlv;
import com.cloudhopper.smpp.tlv.TlvConvertException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What another SMPP stack (Cloudhopper) finds in a submit_sm. Its GSM alphabet is the library that the gateway encodes
 * with, too: whether that is right another reader has to say.
 *
 * @param number which part it is, 1 for the first
 * @param content a text, or of data their hexadecimal digits
 */
record ReadSubmit(int number, String content) {

    static ReadSubmit of(SubmitSm submit) throws TlvConvertException {
        Tlv payload = submit.getOptionalParameter(SmppConstants.TAG_MESSAGE_PAYLOAD);
        byte[] data = payload == null ? submit.getShortMessage() : payload.getValue();
        boolean hasHeader = (submit.getEsmClass() & SmppConstants.ESM_CLASS_UDHI_MASK) != 0;
        int header = hasHeader ? 1 + data[0] : 0;
        Tlv segment = submit.getOptionalParameter(SmppConstants.TAG_SAR_SEGMENT_SEQNUM);
        return new ReadSubmit(
                segment == null ? number(Arrays.copyOf(data, header)) : segment.getValueAsUnsignedByte(),
                content(submit.getDataCoding(), Arrays.copyOfRange(data, header, data.length)));
    }

    /** The last octet of a concatenation, 3GPP TS 23.040 sections 9.2.3.24.1 and 9.2.3.24.8; 1 where there is none. */
    private static int number(byte[] header) {
        for (int at = 1; at < header.length; at += 2 + header[at + 1]) {
            if (header[at] == 0 || header[at] == 8) {
                return header[at + 1 + header[at + 1]] & 0xFF;
            }
        }
        return 1;
    }

    private static String content(int dataCoding, byte[] body) {
        return switch (dataCoding & ~0x13) {
            case 0 -> CharsetUtil.decode(body, CharsetUtil.CHARSET_GSM);
            case SmppConstants.DATA_CODING_UCS2 -> CharsetUtil.decode(body, CharsetUtil.CHARSET_UCS_2);
            default -> HexFormat.of().formatHex(body);
        };
    }
}
