package org.caravansms.smsc;

import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.jsmpp.bean.DataCodings;

/** What a data_coding says of the octets, SMPP 3.4 section 5.2.19 and, from 0x10 on, 3GPP TS 23.038 section 4. */
final class DataCoding {

    private DataCoding() {}

    /** Compressed text, reserved groups and SMPP's other alphabets count as octets. */
    static Encoding encoding(byte dataCoding) {
        return switch (dataCoding >> 4 & 0x0F) {
            case 0x0 -> dataCoding == 0 || dataCoding == 8 ? alphabet(dataCoding) : Encoding.OCTETS;
            case 0x1, 0x4, 0x5 -> alphabet(dataCoding);
            case 0xC, 0xD -> Encoding.GSM7;
            case 0xE -> Encoding.UCS2;
            case 0xF -> alphabet((byte) (dataCoding & 0x04));
            default -> Encoding.OCTETS;
        };
    }

    /** jSMPP takes a data_coding apart and puts it together again, and so loses the bits that TS 23.038 reserves. */
    static boolean isCarried(byte dataCoding) {
        return DataCodings.newInstance(dataCoding).toByte() == dataCoding;
    }

    /** @throws RejectedMessageException when it would not arrive as it is */
    static byte requireCarried(int dataCoding) {
        if (!isCarried((byte) dataCoding)) {
            throw new RejectedMessageException(
                    Fault.INVALID_PARAMETER, "data_coding " + dataCoding + " has a reserved bit, 3GPP TS 23.038.");
        }
        return (byte) dataCoding;
    }

    private static Encoding alphabet(byte dataCoding) {
        return switch (dataCoding >> 2 & 0x03) {
            case 0 -> Encoding.GSM7;
            case 2 -> Encoding.UCS2;
            default -> Encoding.OCTETS;
        };
    }
}
