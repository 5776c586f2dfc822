package org.caravansms.routing;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.caravansms.message.SmsMessage;

/** The operator's rules, as the comment at the top of {@code config/routing.rules} explains them. Immutable. */
public final class RoutingRules {

    private final List<Rule> rules;
    /** Whether a rule looks at the recipient's number. */
    final boolean askForNumber;

    private RoutingRules(List<Rule> rules) {
        this.rules = rules;
        this.askForNumber = rules.stream().anyMatch(Rule::asksForNumber);
    }

    /** @throws IllegalArgumentException with a line for each fault: the file, the line, the column and the word */
    public static RoutingRules in(Path file, QueueNames queues) {
        return of(file.toString(), RuleLine.allOf("routing", file), queues);
    }

    static RoutingRules of(String file, List<String> lines, QueueNames queues) {
        Set<String> names = new HashSet<>();
        return new RoutingRules(
                RuleLine.read(file, lines, RuleLine.Syntax.QUOTED, line -> Rule.of(line, queues, names)));
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
