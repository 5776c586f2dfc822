package org.caravansms.routing;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.caravansms.message.Destination;
import org.caravansms.message.Routing;
import org.caravansms.message.SmsMessage;

/**
 * A line of the rules: what becomes of messages that meet all of its conditions.
 *
 * @param name its name, or its line
 * @param conditions none are met by all
 * @param queues where they wait
 * @param copyTo the queue of a copy, or null
 * @param priority of those whose client named none
 * @param changes what it changes of the message
 * @param asksForNumber whether it looks at the recipient's number
 */
record Rule(
        String name,
        List<RuleCondition> conditions,
        WeightedQueues queues,
        String copyTo,
        int priority,
        MessageChanges changes,
        boolean asksForNumber) {

    private static final Set<String> NAMES =
            Set.of("to", "user", "provider", "type", "source", "text", "time", "priority", "set", "copy", "name");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    /** @param names those of the rules before it */
    static Rule of(RuleLine line, QueueNames known, Set<String> names) {
        WeightedQueues queues = line.attempt(() -> WeightedQueues.of(line, known), null);
        line.readConditions(1, NAMES);
        for (int i = 0; line.word(i) != null; i++) {
            RuleWord word = line.word(i);
            line.attempt(() -> closed(line, word), null);
        }
        MessageChanges changes = line.attempt(() -> MessageChanges.of(line), null);
        boolean asks = line.condition("to") != null
                || changes != null && changes.haveAPrefix()
                || queues != null && queues.areSeveral();
        return new Rule(
                line.attempt(() -> name(line, names), ""),
                RuleCondition.of(line),
                queues,
                line.attempt(() -> copy(line, known, queues), null),
                line.attempt(() -> priority(line), 0),
                changes,
                asks);
    }

    private static RuleWord closed(RuleLine line, RuleWord word) {
        line.require(!word.hasOpenQuote(), word, "has a quotation mark without an end");
        return word;
    }

    private static String name(RuleLine line, Set<String> names) {
        RuleWord word = line.condition("name");
        if (word == null) {
            return "line " + line.number();
        }
        String name = word.value().text();
        line.require(NAME.matcher(name).matches(), word, "is no name: letters, digits, _ - and dots");
        line.require(names.add(name), word, "is the name of another rule");
        return name;
    }

    private static String copy(RuleLine line, QueueNames known, WeightedQueues queues) {
        RuleWord word = line.condition("copy");
        if (word == null) {
            return null;
        }
        String queue = word.value().text();
        WeightedQueues.requireQueue(line, word, queue, known);
        line.require(queues == null || !queues.queues().contains(queue), word, "is where the message itself goes");
        return queue;
    }

    private static int priority(RuleLine line) {
        RuleWord word = line.condition("priority");
        return word == null
                ? Destination.USUAL.priority()
                : MessageChanges.priority(line, word, word.value().text());
    }

    /** @param number the recipient's number, in its international form where that is known */
    boolean fits(SmsMessage message, String number) {
        for (RuleCondition condition : conditions) {
            if (!condition.isMet(message, number)) {
                return false;
            }
        }
        return true;
    }

    /** @return the message as this rule changes it, with its queues */
    SmsMessage applyTo(SmsMessage message, String number) {
        Destination copy = copyTo == null ? null : new Destination(copyTo, priority);
        Routing routing = new Routing(message.source(), name, "", destination(number), copy);
        return changes.of(message, number, routing);
    }

    Destination destination(String number) {
        return new Destination(queues.of(number), priority);
    }
}
