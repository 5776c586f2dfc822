package org.caravansms.smppserver;

import org.caravansms.smpp.PduField;
import org.caravansms.smpp.SmppPdu;

/**
 * A PDU on its way through the route.
 *
 * @param session where it came from, and where its answer goes
 */
record ReceivedSubmit(ClientSession session, SmppPdu pdu) {

    /** @return how many messages it may be */
    int messages() {
        return Math.max(1, pdu.addressees(PduField.DEST_ADDRESSES).size());
    }
}
