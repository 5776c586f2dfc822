package org.caravansms;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.camel.main.Main;
import org.caravansms.config.ReloadedFile;
import org.caravansms.inbound.CopyInbound;
import org.caravansms.inbound.HandOver;
import org.caravansms.inbound.InboundOwner;
import org.caravansms.inbound.InboundRules;
import org.caravansms.queue.EventForm;
import org.caravansms.queue.InboundCopyForm;

/** The beans that say what becomes of messages from handsets, by the rules of {@code sms.inbound.rules-file}. */
final class InboundBeans {

    private final Supplier<InboundRules> rules;
    private final Settings settings;

    /** @throws IllegalArgumentException naming what is wrong with the rules */
    InboundBeans(Path home, Settings settings) {
        this.settings = settings;
        this.rules = rules(home.resolve(settings.text("sms.inbound.rules-file")));
    }

    private static Supplier<InboundRules> rules(Path file) {
        return new ReloadedFile<>(
                file,
                InboundRules::in,
                rules -> "Inbound   " + rules.count() + " rules of " + file + " are in force",
                "The rules before stay in force");
    }

    void bindTo(Main main, EventForm events) {
        main.bind("copyInbound", new CopyInbound(rules));
        main.bind("inboundCopyForm", new InboundCopyForm(events));
        main.bind(
                "handOver",
                new HandOver(
                        rules,
                        Duration.ofMillis(settings.number("sms.inbound.retry-delay-millis")),
                        Duration.ofMillis(settings.number("sms.inbound.retry-longest-millis")),
                        settings.number("sms.inbound.attempts")));
    }

    Supplier<InboundRules> rules() {
        return rules;
    }

    InboundOwner owner() {
        return new InboundOwner(rules, settings.text("sms.inbound.user"));
    }
}
