package org.caravansms.smpp;

import org.caravansms.message.SmscPdu;

/**
 * Separates receipts from messages, SMPP 3.4 section 5.2.12. Some SMSCs do not set the bit: then the parameter
 * receipted_message_id decides, or a text that looks like a receipt.
 */
public final class SortDeliverSm {

    private static final int MESSAGE_TYPE = 0x3C;
    private static final int DELIVERY_RECEIPT = 0x04;

    private SortDeliverSm() {}

    /** Never throws: an unreadable PDU is a receipt without a message, for a person to see. */
    public static boolean isReceipt(SmscPdu pdu) {
        DeliverSm deliverSm = DeliverSm.read(pdu.octets());
        int type = deliverSm.esmClass() & MESSAGE_TYPE;
        return type == DELIVERY_RECEIPT
                || deliverSm.isNotification()
                || deliverSm.has(Tag.RECEIPTED_MESSAGE_ID)
                || !deliverSm.isReadable()
                || type == 0 && looksLikeOne(deliverSm);
    }

    private static boolean looksLikeOne(DeliverSm deliverSm) {
        byte[] text = deliverSm.text();
        return text.length > 2
                && (text[0] == 'i' || text[0] == 'I')
                && ReceiptText.of(ReadReceipts.text(deliverSm)).isReceipt();
    }
}
