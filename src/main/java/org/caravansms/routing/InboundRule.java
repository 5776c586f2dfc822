package org.caravansms.routing;

import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caravansms.message.InboundMessage;

/**
 * A line of the rules: an action for messages that meet all of its conditions. An empty condition is met by all.
 *
 * @param action the action
 * @param target its user, queue, route, client or URL
 * @param to the numbers of recipients, without + or 00
 * @param from beginnings of the sender's number, likewise
 * @param keywords first words of the text, in lower case
 */
record InboundRule(Action action, String target, Set<String> to, List<String> from, Set<String> keywords) {

    private static final String TEXT = "SMS:TEXT";
    private static final Set<String> NAMES = Set.of("to", "from", "keyword");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
    private static final Pattern CLIENT = Pattern.compile("[\\p{L}\\p{M}\\p{N}._@-]+");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]+");

    /** The gateway's own queues begin so. */
    private static final String OWN = "sms.";

    /** The actions of a rule. */
    enum Action {
        /** It is in this user's inbox. */
        USER,
        /** This JMS queue gets a copy. */
        QUEUE,
        /** This route gets a copy. */
        ROUTE,
        /** This client of the SMPP server gets a copy. */
        SMPP,
        /** This URL is posted to. */
        URL;

        private final String text = name().toLowerCase(Locale.ROOT);

        @Override
        public String toString() {
            return text;
        }
    }

    static InboundRule of(RuleLine line) {
        RuleWord word = line.word(0);
        RuleWord target = line.word(1);
        Optional<Action> action = Arrays.stream(Action.values())
                .filter(known -> known.toString().equals(word.text()))
                .findFirst();
        line.require(action.isPresent(), word, "is none of user, queue, route, smpp and url");
        line.require(target != null, word, "has no target behind it");
        check(action.get(), target, line);
        line.readConditions(2, NAMES);
        Set<String> keywords = line.values("keyword").stream()
                .map(keyword -> keyword.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new InboundRule(
                action.get(), target.text(), numbers("to", line), List.copyOf(numbers("from", line)), keywords);
    }

    private static void check(Action action, RuleWord word, RuleLine line) {
        String target = word.text();
        if (action == Action.URL) {
            RuleWord url = new RuleWord(target, word.column(), "the URL");
            line.require(isHttp(target), url, "is not an http or https URL with a host and without a password");
        } else if (action == Action.SMPP) {
            line.require(CLIENT.matcher(target).matches(), word, "is no name of a user");
        } else if (action != Action.USER) {
            boolean own =
                    action == Action.QUEUE && target.toLowerCase(Locale.ROOT).startsWith(OWN);
            line.require(NAME.matcher(target).matches(), word, "is no name: letters, digits, _ - and dots");
            line.require(!own, word, "is a queue of the gateway's own");
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

    private static Set<String> numbers(String name, RuleLine line) {
        Set<String> numbers = new HashSet<>();
        for (RuleWord value : line.values(name)) {
            line.require(NUMBER.matcher(value.text()).matches(), value, "is no number: a plus, digits, or both");
            numbers.add(bare(value.text()));
        }
        return numbers;
    }

    boolean fits(InboundMessage message) {
        return (to.isEmpty() || to.contains(bare(message.destination())))
                && (from.isEmpty() || from.stream().anyMatch(bare(message.source())::startsWith))
                && (keywords.isEmpty() || TEXT.equals(message.type()) && keywords.contains(firstWord(message.text())));
    }

    /** @return the same number for +36, 0036 and 36, as SMSCs write them. */
    private static String bare(String number) {
        return number.replaceFirst("^(\\+|00)", "");
    }

    private static String firstWord(String text) {
        return text.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    }
}
