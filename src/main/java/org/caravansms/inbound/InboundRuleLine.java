package org.caravansms.inbound;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.caravansms.inbound.InboundRule.Action;

/** Reads one line of the rules: an action and its target, then conditions {@code name=value,value}. */
final class InboundRuleLine {

    private static final Set<String> NAMES = Set.of("to", "from", "keyword");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]+");

    /** The gateway's own queues begin so. */
    private static final String OWN = "sms.";

    private final String place;
    private final Map<String, String> conditions = new HashMap<>();

    private InboundRuleLine(String place) {
        this.place = place;
    }

    /**
     * @param place the name of the line in errors
     * @throws IllegalArgumentException naming the line and the word that is wrong
     */
    static InboundRule read(String place, String line) {
        List<String> words = Arrays.asList(line.strip().split("\\s+"));
        InboundRuleLine read = new InboundRuleLine(place);
        Action action = read.action(words.get(0));
        if (words.size() < 2) {
            throw read.wrong(words.get(0), "has no target behind it");
        }
        read.check(action, words.get(1));
        words.subList(2, words.size()).forEach(read::add);
        return read.rule(action, words.get(1));
    }

    private Action action(String word) {
        return Arrays.stream(Action.values())
                .filter(action -> action.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(word, "is none of user, queue, route and url"));
    }

    private void check(Action action, String target) {
        if (action == Action.URL) {
            require(isHttp(target), "the URL", "is not an http or https URL with a host and without a password");
        } else if (action != Action.USER) {
            require(NAME.matcher(target).matches(), target, "is no name: letters, digits, _ - and dots");
            require(
                    action != Action.QUEUE || !target.toLowerCase(Locale.ROOT).startsWith(OWN),
                    target,
                    "is a queue of the gateway's own");
        }
    }

    private static boolean isHttp(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void add(String word) {
        int equals = word.indexOf('=');
        require(
                equals > 0 && NAMES.contains(word.substring(0, equals)),
                word,
                "is none of " + new TreeSet<>(NAMES) + " with = and a value");
        String before = conditions.put(word.substring(0, equals), word.substring(equals + 1));
        require(before == null, word, "is there twice");
    }

    private InboundRule rule(Action action, String target) {
        return new InboundRule(
                action, target, numbers("to"), List.copyOf(numbers("from")), new HashSet<>(values("keyword")));
    }

    private Set<String> numbers(String name) {
        Set<String> numbers = new HashSet<>();
        for (String value : values(name)) {
            require(NUMBER.matcher(value).matches(), name + "=" + value, "is no number: a plus, digits, or both");
            numbers.add(InboundRule.bare(value));
        }
        return numbers;
    }

    /** @return nothing when the line has no such condition */
    private List<String> values(String name) {
        String given = conditions.get(name);
        if (given == null) {
            return List.of();
        }
        List<String> values = List.of(given.toLowerCase(Locale.ROOT).split(",", -1));
        require(!values.contains(""), name + "=" + given, "lists an empty value");
        return values;
    }

    private void require(boolean right, String word, String what) {
        if (!right) {
            throw wrong(word, what);
        }
    }

    private IllegalArgumentException wrong(String word, String what) {
        return new IllegalArgumentException(place + ": " + word + " " + what);
    }
}
