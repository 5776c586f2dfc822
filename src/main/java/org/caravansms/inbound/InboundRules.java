package org.caravansms.inbound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.caravansms.inbound.InboundRule.Action;
import org.caravansms.message.InboundMessage;

/** The operator's rules, as the comment at the top of {@code config/inbound.rules} explains them. Immutable. */
public final class InboundRules {

    /** A # within a URL begins no comment. */
    private static final String COMMENT = "(^|\\s)#.*";

    private final List<InboundRule> rules;

    private InboundRules(List<InboundRule> rules) {
        this.rules = rules;
    }

    /** @throws IllegalArgumentException naming the file, the line and the word that is wrong */
    public static InboundRules in(Path file) {
        try {
            return of(file.toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("The inbound rules " + file + " cannot be read: " + e, e);
        }
    }

    static InboundRules of(String file, List<String> lines) {
        List<InboundRule> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst(COMMENT, "");
            if (!line.isBlank()) {
                rules.add(InboundRuleLine.read(file + ", line " + (i + 1), line));
            }
        }
        return new InboundRules(List.copyOf(rules));
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
