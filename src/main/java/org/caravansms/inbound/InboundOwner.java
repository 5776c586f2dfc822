package org.caravansms.inbound;

import org.caravansms.message.InboundMessage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Says whose inbox a message from a handset is for. */
public final class InboundOwner implements Function<InboundMessage, String> {

    private final Supplier<InboundRules> rules;
    private final String otherwise;

    /** @param otherwise the user who gets what no rule is about */
    public InboundOwner(Supplier<InboundRules> rules, String otherwise) {
        this.rules = rules;
        this.otherwise = otherwise;
    }

    @Override
    public String apply(InboundMessage message) {
        return rules.get().user(message).orElse(otherwise);
    }
}
