package org.caravansms;

import org.apache.camel.main.Main;
import org.caravansms.queue.SmscPduForm;
import org.caravansms.receipts.SortDeliverSm;

/** The beans of what SMSCs send, in the order in which a PDU meets them. */
final class IntakeBeans {

    private IntakeBeans() {}

    static void bindTo(Main main, Settings settings) {
        main.bind(
                "smscPdus",
                new SmscPduForm(
                        SortDeliverSm::isReceipt,
                        settings.text("sms.queue.receipts"),
                        settings.text("sms.queue.inbound")));
    }
}
