package org.caravansms.smpp;

import org.caravansms.message.SmscPdu;

/**
 * Tells receipts from the messages of people, SMPP 3.4 section 5.2.12. Some SMSCs leave the bit out: then the parameter
 * receipted_message_id tells, or a text that nobody else would write.
 */
public final class SortDeliverSm {

    private static final int MESSAGE_TYPE = 0x3C;
    private static final int DELIVERY_RECEIPT = 0x04;

    private SortDeliverSm() {}

    /** Never throws: what cannot be read is a receipt that nobody can match, for a person to see. */
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
