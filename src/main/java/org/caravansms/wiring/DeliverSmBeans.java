package org.caravansms.wiring;

import org.apache.camel.main.Main;
import org.caravansms.config.GatewaySettings;
import org.caravansms.provider.Providers;
import org.caravansms.queue.SmscPduJson;
import org.caravansms.smpp.Alphabet;
import org.caravansms.smpp.ReadInbound;
import org.caravansms.smpp.ReadReceipts;
import org.caravansms.smpp.ReceiptScope;
import org.caravansms.smpp.SortDeliverSm;
import org.caravansms.smsc.Provider;

/** The beans of what SMSCs send, in the order in which a PDU meets them. */
final class DeliverSmBeans {

    private DeliverSmBeans() {}

    static void bindTo(Main main, GatewaySettings settings, Providers providers) {
        main.bind(
                "smscPduJson",
                new SmscPduJson(
                        SortDeliverSm::isReceipt,
                        settings.queue().receipts(),
                        settings.queue().inbound()));
        main.bind(
                "readReceipts", new ReadReceipts(settings.receipts().zone(), name -> isOnePerMessage(providers, name)));
        main.bind(
                "readInbound",
                new ReadInbound(name ->
                        providers.find(name).map(Provider::inboundAlphabet).orElse(Alphabet.GSM7)));
    }

    private static boolean isOnePerMessage(Providers providers, String name) {
        return providers
                .find(name)
                .filter(provider -> provider.profile().receiptsPer() == ReceiptScope.MESSAGE)
                .isPresent();
    }
}
