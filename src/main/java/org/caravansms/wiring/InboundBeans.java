package org.caravansms.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.camel.main.Main;
import org.caravansms.InboundRulesFile;
import org.caravansms.config.Settings;
import org.caravansms.inbound.CopyInbound;
import org.caravansms.inbound.HandOver;
import org.caravansms.inbound.InboundOwner;
import org.caravansms.inbound.InboundRules;
import org.caravansms.queue.EventForm;
import org.caravansms.queue.InboundCopyForm;

/** The beans that say what becomes of messages from handsets, by the rules of {@code sms.inbound.rules-file}. */
public final class InboundBeans {

    private final Supplier<InboundRules> rules;
    private final Settings settings;

    /** @throws IllegalArgumentException naming what is wrong with the rules */
    public InboundBeans(Path home, Settings settings) {
        this.settings = settings;
        this.rules = new InboundRulesFile(home.resolve(settings.text("sms.inbound.rules-file")));
    }

    public void bindTo(Main main, EventForm events) {
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

    public Supplier<InboundRules> rules() {
        return rules;
    }

    public InboundOwner owner() {
        return new InboundOwner(rules, settings.text("sms.inbound.user"));
    }
}
