package org.caravansms.routing;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.caravansms.message.InboundMessage;
import org.caravansms.routing.InboundRule.Action;

/** The operator's rules, as the comment at the top of {@code config/inbound.rules} explains them. Immutable. */
public final class InboundRules {

    private final List<InboundRule> rules;

    private InboundRules(List<InboundRule> rules) {
        this.rules = rules;
    }

    /** @throws IllegalArgumentException with a line for each fault: the file, the line, the column and the word */
    public static InboundRules in(Path file) {
        return of(file.toString(), RuleLine.allOf("inbound", file));
    }

    static InboundRules of(String file, List<String> lines) {
        return new InboundRules(RuleLine.read(file, lines, RuleLine.Syntax.PLAIN, InboundRule::of));
    }

    public int count() {
        return rules.size();
    }

    /**
     * @param otherwise the user for messages that no rule fits
     * @return the user in whose inbox the message is
     */
    public String owner(InboundMessage message, String otherwise) {
        return targets(Action.USER, message).findFirst().orElse(otherwise);
    }

    List<String> queues(InboundMessage message) {
        return targets(Action.QUEUE, message).distinct().toList();
    }

    List<String> routes(InboundMessage message) {
        return targets(Action.ROUTE, message).distinct().toList();
    }

    /** @return the clients of the SMPP server of all rules that fit */
    public List<String> clients(InboundMessage message) {
        return targets(Action.SMPP, message).distinct().toList();
    }

    /** @return the URLs of all rules that fit */
    public List<String> urls(InboundMessage message) {
        return targets(Action.URL, message).distinct().toList();
    }

    private Stream<String> targets(Action action, InboundMessage message) {
        return all(action).filter(rule -> rule.fits(message)).map(InboundRule::target);
    }

    /** @return the URLs of all rules */
    public List<String> urls() {
        return all(Action.URL).map(InboundRule::target).distinct().toList();
    }

    /** Whether a rule names the route. */
    boolean hasRoute(String name) {
        return all(Action.ROUTE).anyMatch(rule -> rule.target().equals(name));
    }

    private Stream<InboundRule> all(Action action) {
        return rules.stream().filter(rule -> rule.action() == action);
    }
}
