package org.caravansms.smpp;

import java.nio.ByteBuffer;
import java.util.List;
import org.caravansms.message.SmscPdu;

/** The deliver_sm_resp and data_sm_resp of a batch, one behind the other, SMPP 3.4 sections 4.6.2 and 4.7.2. */
public final class PduResponses {

    private static final int COMMAND_ID = 4;
    private static final int SEQUENCE_NUMBER = 12;
    private static final int RESPONSE = 0x80000000;
    private static final int ESME_ROK = 0;
    private static final int ESME_RX_T_APPN = 0x64;
    /** A header, and the message_id, which is empty. */
    private static final int LENGTH = 17;

    private PduResponses() {}

    /** @param kept ESME_ROK, or else ESME_RX_T_APPN, section 5.1.3, which has the SMSC keep them for later */
    public static byte[] to(List<SmscPdu> requests, boolean kept) {
        int status = kept ? ESME_ROK : ESME_RX_T_APPN;
        ByteBuffer responses = ByteBuffer.allocate(LENGTH * requests.size());
        for (SmscPdu request : requests) {
            ByteBuffer header = ByteBuffer.wrap(request.octets());
            responses
                    .putInt(LENGTH)
                    .putInt(header.getInt(COMMAND_ID) | RESPONSE)
                    .putInt(status)
                    .putInt(header.getInt(SEQUENCE_NUMBER))
                    .put((byte) 0);
        }
        return responses.array();
    }
}
