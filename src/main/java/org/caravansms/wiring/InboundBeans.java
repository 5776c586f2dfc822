package org.caravansms.wiring;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.main.Main;
import org.caravansms.broker.Broker;
import org.caravansms.config.GatewaySettings;
import org.caravansms.config.GatewaySettings.InboundSettings;
import org.caravansms.config.ReloadedFile;
import org.caravansms.message.InboundMessage;
import org.caravansms.provider.Providers;
import org.caravansms.queue.EventJson;
import org.caravansms.queue.InboundCopyJson;
import org.caravansms.queue.SmscPduJson;
import org.caravansms.routing.CopyInbound;
import org.caravansms.routing.InboundHandover;
import org.caravansms.routing.InboundRules;
import org.caravansms.smpp.Alphabet;
import org.caravansms.smpp.Profile.ReceiptScope;
import org.caravansms.smpp.ReadDeliverSm;
import org.caravansms.smpp.ReadInbound;
import org.caravansms.smpp.ReadReceipts;
import org.caravansms.smsc.Provider;

/** The beans for the PDUs of SMSCs, and for messages from handsets by the rules of {@code sms.inbound.rules-file}. */
final class InboundBeans {

    private final Supplier<InboundRules> rules;
    private final InboundSettings settings;

    /** @throws IllegalArgumentException naming what is wrong with the rules */
    InboundBeans(Path home, InboundSettings settings) {
        this.settings = settings;
        Path file = home.resolve(settings.rulesFile());
        this.rules = new ReloadedFile<>(
                file,
                InboundRules::in,
                read -> "Inbound   " + read.count() + " rules of " + file + " are in force",
                "The rules before stay in force");
    }

    void bindTo(Main main, EventJson events, GatewaySettings gateway, Providers providers) {
        bindSteps(main, gateway, providers);
        main.bind("copyInbound", new CopyInbound(rules));
        main.bind("inboundCopyJson", new InboundCopyJson(events));
        main.bind("inboundHandover", new InboundHandover(rules, gateway.queue().inboundRoutes()));
    }

    /** After its attempts a message is a dead letter; the broker moves away only what cannot even become one. */
    void redeliver(Broker broker, String queue) {
        broker.redeliver(queue, settings.retryDelay(), settings.retryMax(), settings.attempts() + 5);
    }

    private static void bindSteps(Main main, GatewaySettings gateway, Providers providers) {
        ReadReceipts receipts = new ReadReceipts(gateway.receipts().zone(), name -> isOnePerMessage(providers, name));
        ReadInbound inbound = new ReadInbound(
                name -> providers.find(name).map(Provider::inboundAlphabet).orElse(Alphabet.GSM7));
        main.bind("readDeliverSm", new ReadDeliverSm(receipts, inbound));
        main.bind("smscPduJson", new SmscPduJson());
    }

    private static boolean isOnePerMessage(Providers providers, String name) {
        return providers
                .find(name)
                .filter(provider -> provider.profile().receiptsPer() == ReceiptScope.MESSAGE)
                .isPresent();
    }

    Supplier<InboundRules> rules() {
        return rules;
    }

    /** @return the user in whose inbox a message from a handset is */
    Function<InboundMessage, String> owner() {
        return message -> rules.get().owner(message, settings.user());
    }
}
