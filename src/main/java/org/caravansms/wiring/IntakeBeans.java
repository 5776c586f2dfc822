package org.caravansms.wiring;

import org.apache.camel.main.Main;
import org.caravansms.config.GatewaySettings;
import org.caravansms.provider.Providers;
import org.caravansms.queue.SmscPduForm;
import org.caravansms.receipts.Alphabet;
import org.caravansms.receipts.ReadInbound;
import org.caravansms.receipts.ReadReceipts;
import org.caravansms.receipts.SortDeliverSm;
import org.caravansms.smsc.DefaultAlphabet;
import org.caravansms.smsc.Provider;
import org.caravansms.smsc.ReceiptsPer;

/** The beans of what SMSCs send, in the order in which a PDU meets them. */
final class IntakeBeans {

    private IntakeBeans() {}

    static void bindTo(Main main, GatewaySettings settings, Providers providers) {
        main.bind(
                "smscPdus",
                new SmscPduForm(
                        SortDeliverSm::isReceipt,
                        settings.queue().receipts(),
                        settings.queue().inbound()));
        main.bind(
                "readReceipts", new ReadReceipts(settings.receipts().zone(), name -> isOnePerMessage(providers, name)));
        main.bind(
                "readInbound",
                new ReadInbound(
                        name -> providers.find(name).map(IntakeBeans::alphabet).orElse(Alphabet.GSM7)));
    }

    private static boolean isOnePerMessage(Providers providers, String name) {
        return providers
                .find(name)
                .filter(provider -> provider.fromSmsc().receiptsPer() == ReceiptsPer.MESSAGE)
                .isPresent();
    }

    /** Where one is named, it is that. Latin-1 that may be UTF-8 after all is ASCII and what octets above it can be. */
    private static Alphabet alphabet(Provider provider) {
        boolean isLatin1 = provider.profile().alphabet() == DefaultAlphabet.LATIN1;
        return switch (provider.fromSmsc().alphabet()) {
            case AUTO -> isLatin1 ? Alphabet.ASCII : Alphabet.GSM7;
            default -> Alphabet.valueOf(provider.fromSmsc().alphabet().name());
        };
    }
}
