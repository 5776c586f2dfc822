package org.caravansms.wiring;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.main.Main;
import org.caravansms.config.InboundSettings;
import org.caravansms.config.ReloadedFile;
import org.caravansms.inbound.CopyInbound;
import org.caravansms.inbound.InboundHandover;
import org.caravansms.inbound.InboundRules;
import org.caravansms.message.InboundMessage;
import org.caravansms.queue.EventJson;
import org.caravansms.queue.InboundCopyJson;

/** The beans that say what becomes of messages from handsets, by the rules of {@code sms.inbound.rules-file}. */
final class InboundBeans {

    private final Supplier<InboundRules> rules;
    private final InboundSettings settings;

    /** @throws IllegalArgumentException naming what is wrong with the rules */
    InboundBeans(Path home, InboundSettings settings) {
        this.settings = settings;
        this.rules = rules(home.resolve(settings.rulesFile()));
    }

    private static Supplier<InboundRules> rules(Path file) {
        return new ReloadedFile<>(
                file,
                InboundRules::in,
                rules -> "Inbound   " + rules.count() + " rules of " + file + " are in force",
                "The rules before stay in force");
    }

    void bindTo(Main main, EventJson events) {
        main.bind("copyInbound", new CopyInbound(rules));
        main.bind("inboundCopyJson", new InboundCopyJson(events));
        main.bind(
                "inboundHandover",
                new InboundHandover(rules, settings.retryDelay(), settings.retryMax(), settings.attempts()));
    }

    Supplier<InboundRules> rules() {
        return rules;
    }

    /** @return the user in whose inbox a message from a handset is */
    Function<InboundMessage, String> owner() {
        return message -> rules.get().owner(message, settings.user());
    }
}
