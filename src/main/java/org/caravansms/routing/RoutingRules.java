package org.caravansms.routing;

import java.nio.file.Path;
import java.util.List;
import org.caravansms.message.SmsMessage;

/** The operator's rules, as the comment at the top of {@code config/routing.rules} explains them. Immutable. */
public final class RoutingRules {

    private static final String COMMENT = "#.*";

    private final List<Rule> rules;
    /** Whether a rule has a condition on the recipient's number. */
    final boolean askForNumber;

    private RoutingRules(List<Rule> rules) {
        this.rules = rules;
        this.askForNumber = rules.stream().anyMatch(rule -> !rule.to().isEmpty());
    }

    /** @throws IllegalArgumentException naming the file, the line and the word that is wrong */
    public static RoutingRules in(Path file, QueueNames queues) {
        return of(file.toString(), RuleLine.allOf("routing", file), queues);
    }

    static RoutingRules of(String file, List<String> lines, QueueNames queues) {
        return new RoutingRules(RuleLine.read(file, lines, COMMENT, line -> Rule.of(line, queues)));
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    public int count() {
        return rules.size();
    }

    /**
     * @param number the recipient's number, in its international form where that is known
     * @return the first that fits, or null
     */
    Rule first(SmsMessage message, String number) {
        for (Rule rule : rules) {
            if (rule.fits(message, number)) {
                return rule;
            }
        }
        return null;
    }
}
