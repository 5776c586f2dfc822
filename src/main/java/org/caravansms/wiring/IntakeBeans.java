package org.caravansms.wiring;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.apache.camel.main.Main;
import org.caravansms.config.Settings;
import org.caravansms.provider.Providers;
import org.caravansms.queue.SmscPduForm;
import org.caravansms.smpp.Alphabet;
import org.caravansms.smpp.ReadInbound;
import org.caravansms.smpp.ReadReceipts;
import org.caravansms.smpp.ReceiptsPer;
import org.caravansms.smpp.SortDeliverSm;
import org.caravansms.smsc.Provider;

/** The beans of what SMSCs send, in the order in which a PDU meets them. */
public final class IntakeBeans {

    private static final String TIME_ZONE = "sms.receipts.time-zone";

    private IntakeBeans() {}

    /** @throws IllegalArgumentException naming the setting that is wrong */
    public static void bindTo(Main main, Settings settings, Providers providers) {
        main.bind(
                "smscPdus",
                new SmscPduForm(
                        SortDeliverSm::isReceipt,
                        settings.text("sms.queue.receipts"),
                        settings.text("sms.queue.inbound")));
        main.bind(
                "readReceipts",
                new ReadReceipts(zone(settings.text(TIME_ZONE)), name -> isOnePerMessage(providers, name)));
        main.bind(
                "readInbound",
                new ReadInbound(name ->
                        providers.find(name).map(Provider::inboundAlphabet).orElse(Alphabet.GSM7)));
    }

    private static boolean isOnePerMessage(Providers providers, String name) {
        return providers
                .find(name)
                .filter(provider -> provider.profile().receiptsPer() == ReceiptsPer.MESSAGE)
                .isPresent();
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Setting " + TIME_ZONE + " is \"" + name + "\", not a time zone such as Europe/Budapest");
        }
    }
}
