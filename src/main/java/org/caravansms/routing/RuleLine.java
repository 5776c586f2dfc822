package org.caravansms.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.caravansms.message.Destination;

/** Reads one line of the rules: a queue, then conditions {@code name=value,value}, then the priority. */
final class RuleLine {

    private static final Set<String> NAMES = Set.of("to", "user", "provider", "type", "priority");
    private static final Pattern BEGINNING = Pattern.compile("\\+[0-9]*|[0-9]+");
    private static final Pattern TYPE = Pattern.compile("[A-Z0-9:]+\\*?|\\*");
    private static final Pattern PRIORITY = Pattern.compile("[0-9]");

    private final String place;
    private final Map<String, String> words = new HashMap<>();

    private RuleLine(String place) {
        this.place = place;
    }

    /**
     * @param place the name of the line in errors
     * @throws IllegalArgumentException naming the line and the word that is wrong
     */
    static Rule read(String place, String line, QueueNames queues) {
        String[] words = line.strip().split("\\s+");
        RuleLine read = new RuleLine(place);
        if (!queues.areSentFrom(words[0])) {
            throw read.wrong(
                    words[0],
                    "is no queue that messages are sent from: " + queues.outbound() + " and " + queues.outbound()
                            + ".<name> are, but for " + new TreeSet<>(queues.notSent()));
        }
        for (String word : List.of(words).subList(1, words.length)) {
            read.add(word);
        }
        return read.rule(words[0]);
    }

    private void add(String word) {
        int equals = word.indexOf('=');
        if (equals < 0 || !NAMES.contains(word.substring(0, equals))) {
            throw wrong(word, "is none of " + new TreeSet<>(NAMES) + " with = and a value");
        }
        if (words.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
            throw wrong(word, "is there twice");
        }
    }

    private Rule rule(String queue) {
        return new Rule(
                new Destination(queue, priority()),
                values("to").stream().map(this::beginning).toList(),
                values("user"),
                values("provider"),
                values("type").stream().map(this::type).toList());
    }

    /** @return nothing when the line has no such condition */
    private List<String> values(String name) {
        String given = words.get(name);
        if (given == null) {
            return List.of();
        }
        List<String> values = List.of(given.split(",", -1));
        if (values.contains("")) {
            throw wrong(name + "=" + given, "lists an empty value");
        }
        return values;
    }

    private String beginning(String value) {
        if (!BEGINNING.matcher(value).matches()) {
            throw wrong("to=" + value, "is not how a number begins: a plus, digits, or both");
        }
        return NumberPlan.withPlus(value);
    }

    private String type(String value) {
        String type = value.toUpperCase(Locale.ROOT);
        if (!TYPE.matcher(type).matches()) {
            throw wrong("type=" + value, "is no message type, and not the beginning of one with a * behind it");
        }
        return type;
    }

    private int priority() {
        String given = words.get("priority");
        if (given == null) {
            return Destination.USUAL.priority();
        }
        if (!PRIORITY.matcher(given).matches()) {
            throw wrong("priority=" + given, "is not a number from 0 to 9");
        }
        return Integer.parseInt(given);
    }

    private IllegalArgumentException wrong(String word, String what) {
        return new IllegalArgumentException(place + ": " + word + " " + what);
    }
}
