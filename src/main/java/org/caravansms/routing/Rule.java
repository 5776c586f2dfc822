package org.caravansms.routing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.caravansms.message.Destination;
import org.caravansms.message.SmsMessage;

/**
 * A line of the rules: the queue of messages that meet all of its conditions. An empty condition is met by all.
 *
 * @param destination the queue and the priority
 * @param to beginnings of the recipient's international number, with the plus
 * @param users the users whose messages it is for
 * @param providers the SMSC connections that the client asked for
 * @param types the message types; one that ends in {@code *} is a beginning
 */
record Rule(Destination destination, List<String> to, List<String> users, List<String> providers, List<String> types) {

    private static final String ANY = "*";
    private static final Set<String> NAMES = Set.of("to", "user", "provider", "type", "priority");
    private static final Pattern BEGINNING = Pattern.compile("\\+[0-9]*|[0-9]+");
    private static final Pattern TYPE = Pattern.compile("[A-Z0-9:]+\\*?|\\*");

    /** @throws IllegalArgumentException naming the line and the word that is wrong */
    static Rule of(RuleLine line, QueueNames queues) {
        String queue = line.word(0);
        line.require(
                queues.areSentFrom(queue),
                queue,
                "is no queue that messages are sent from: " + queues.outbound() + " and " + queues.outbound()
                        + ".<name> are, but for " + new TreeSet<>(queues.notSent()));
        line.readConditions(1, NAMES);
        return new Rule(
                new Destination(queue, priority(line)),
                line.values("to").stream().map(value -> beginning(line, value)).toList(),
                line.values("user"),
                line.values("provider"),
                line.values("type").stream().map(value -> type(line, value)).toList());
    }

    private static String beginning(RuleLine line, String value) {
        boolean right = BEGINNING.matcher(value).matches();
        line.require(right, "to=" + value, "is not how a number begins: a plus, digits, or both");
        return NumberPlan.withPlus(value);
    }

    private static String type(RuleLine line, String value) {
        String type = value.toUpperCase(Locale.ROOT);
        boolean right = TYPE.matcher(type).matches();
        line.require(right, "type=" + value, "is no message type, and not the beginning of one with a * behind it");
        return type;
    }

    private static int priority(RuleLine line) {
        String given = line.value("priority");
        if (given == null) {
            return Destination.USUAL.priority();
        }
        line.require(given.matches("[0-9]"), "priority=" + given, "is not a number from 0 to 9");
        return Integer.parseInt(given);
    }

    /** @param number the recipient's number, in its international form where that is known */
    boolean fits(SmsMessage message, String number) {
        return (users.isEmpty() || users.contains(message.user()))
                && (providers.isEmpty() || providers.contains(message.provider()))
                && (types.isEmpty() || isOfType(message.type()))
                && (to.isEmpty() || beginsRight(number));
    }

    private boolean beginsRight(String number) {
        for (String beginning : to) {
            if (number.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfType(String type) {
        for (String wanted : types) {
            if (wanted.endsWith(ANY)
                    ? type.regionMatches(0, wanted, 0, wanted.length() - ANY.length())
                    : type.equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
