package org.caravansms.smppserver;

import org.caravansms.smpp.SmppPdu;

/**
 * A PDU on its way through the route.
 *
 * @param session where it came from, and where its answer goes
 */
record ReceivedSubmit(ClientSession session, SmppPdu pdu) {}
