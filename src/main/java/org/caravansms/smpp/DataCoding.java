package org.caravansms.smpp;

import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.jsmpp.bean.DataCodings;

/** Which data_coding of a client arrives at the SMSC, SMPP 3.4 section 5.2.19. */
final class DataCoding {

    private DataCoding() {}

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
}
