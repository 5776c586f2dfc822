package org.caravansms;

import org.apache.camel.main.Main;
import org.caravansms.message.SmscPdu;
import org.caravansms.queue.SmscPduForm;

/** The beans of what SMSCs send, in the order in which a PDU meets them. */
final class IntakeBeans {

    private static final int HEADER = 16;
    private static final int MESSAGE_TYPE = 0x3C;
    private static final int RECEIPT = 0x04;

    private IntakeBeans() {}

    static void bindTo(Main main, Settings settings) {
        main.bind(
                "smscPdus",
                new SmscPduForm(
                        IntakeBeans::isReceipt,
                        settings.text("sms.queue.receipts"),
                        settings.text("sms.queue.inbound")));
    }

    /** By esm_class, which stands in deliver_sm and data_sm behind the same fields, SMPP 3.4 sections 4.6.1 and 4.7.1. */
    private static boolean isReceipt(SmscPdu pdu) {
        byte[] octets = pdu.octets();
        int at = after(octets, HEADER);
        at = after(octets, at + 2);
        at = after(octets, at + 2);
        return at < octets.length && (octets[at] & MESSAGE_TYPE) == RECEIPT;
    }

    private static int after(byte[] octets, int from) {
        int at = from;
        while (at < octets.length && octets[at] != 0) {
            at++;
        }
        return at + 1;
    }
}
