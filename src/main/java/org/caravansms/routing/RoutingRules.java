package org.caravansms.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caravansms.message.SmsMessage;

/** The operator's rules, as the comment at the top of {@code config/routing.rules} explains them. Immutable. */
public final class RoutingRules {

    private static final String COMMENT = "#";

    private final List<Rule> rules;
    private final boolean askForNumber;

    private RoutingRules(List<Rule> rules) {
        this.rules = rules;
        this.askForNumber = rules.stream().anyMatch(Rule::asksForNumber);
    }

    /** @throws IllegalArgumentException naming the file, the line and the word that is wrong */
    public static RoutingRules in(Path file, QueueNames queues) {
        try {
            return of(file.toString(), Files.readAllLines(file), queues);
        } catch (IOException e) {
            throw new IllegalArgumentException("The routing rules " + file + " cannot be read: " + e, e);
        }
    }

    static RoutingRules of(String file, List<String> lines, QueueNames queues) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst(COMMENT + ".*", "");
            if (!line.isBlank()) {
                rules.add(RuleLine.read(file + ", line " + (i + 1), line, queues));
            }
        }
        return new RoutingRules(rules);
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    public int count() {
        return rules.size();
    }

    /** @return whether a rule has a condition on the recipient's number */
    boolean askForNumber() {
        return askForNumber;
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
