package org.caravansms.inbound;

import org.caravansms.message.InboundMessage;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A line of the rules: what becomes of messages that meet all of its conditions. A condition that lists nothing is met by
 * all.
 *
 * @param action what is done
 * @param target with what: fixed, nothing of a message is in it
 * @param to the numbers that it was sent to, without what marks them as international
 * @param from how the sender's number begins, likewise
 * @param keywords first words of the text, in lower case
 */
record InboundRule(Action action, String target, Set<String> to, List<String> from, Set<String> keywords) {

    private static final String TEXT = "SMS:TEXT";

    /** What a rule may do with a message. */
    enum Action {
        /** It is in this user's inbox. */
        USER,
        /** This JMS queue gets a copy. */
        QUEUE,
        /** This route gets a copy. */
        ROUTE,
        /** This URL is posted to. */
        URL;

        private final String text = name().toLowerCase(Locale.ROOT);

        @Override
        public String toString() {
            return text;
        }
    }

    InboundRule {
        to = Set.copyOf(to);
        from = List.copyOf(from);
        keywords = Set.copyOf(keywords);
    }

    boolean fits(InboundMessage message) {
        return (to.isEmpty() || to.contains(bare(message.destination())))
                && (from.isEmpty() || from.stream().anyMatch(bare(message.source())::startsWith))
                && (keywords.isEmpty() || TEXT.equals(message.type()) && keywords.contains(firstWord(message.text())));
    }

    /** SMSCs mark an international number or leave that out: +36, 0036 and 36 are the same. */
    static String bare(String number) {
        return number.replaceFirst("^(\\+|00)", "");
    }

    private static String firstWord(String text) {
        return text.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    }
}
