package org.caravansms.smpp;

import java.util.Arrays;
import java.util.List;
import org.caravansms.message.Event;
import org.caravansms.message.LogFields;
import org.caravansms.message.SmscPdu;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step of the route {@code deliver-sm}: reads what an SMSC sent, receipts and messages from handsets, in its order.
 *
 * @param receipts reads a delivery receipt
 * @param inbound reads a message or a part of one
 */
public record ReadDeliverSm(ReadReceipts receipts, ReadInbound inbound) {

    private static final Logger LOG = LoggerFactory.getLogger(ReadDeliverSm.class);

    /**
     * Never throws, since the SMSC would send the PDUs again and again.
     *
     * @return one event for each PDU; an unreadable one is a receipt of an unknown message, with its octets, for a
     *     person to see
     */
    public List<Event> read(List<SmscPdu> pdus) {
        return pdus.stream().map(this::read).toList();
    }

    private Event read(SmscPdu pdu) {
        try {
            DeliverSm deliverSm = DeliverSm.read(pdu.octets());
            return ReadReceipts.isReceipt(deliverSm) ? receipts.read(pdu, deliverSm) : inbound.read(pdu, deliverSm);
        } catch (RuntimeException e) {
            String reason = "a PDU that cannot be read: " + fault(e);
            LogFields.bind(LOG.atError(), pdu.provider(), pdu.bind())
                    .log("{} from {}; bin/caravan receipts orphans shows its octets", reason, pdu.provider());
            return ReadReceipts.unreadable(pdu, reason);
        }
    }

    /** Without the exception's message, which may have the text. */
    private static String fault(RuntimeException e) {
        String type = e.getClass().getName();
        return Arrays.stream(e.getStackTrace())
                .findFirst()
                .map(at -> type + " at " + at)
                .orElse(type);
    }
}
