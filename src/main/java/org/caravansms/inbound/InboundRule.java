package org.caravansms.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.caravansms.message.InboundMessage;

/**
 * A line of the rules: an action for messages that meet all of its conditions. An empty condition is met by all.
 *
 * @param action the action
 * @param target its user, queue, route or URL
 * @param to the numbers of recipients, without + or 00
 * @param from beginnings of the sender's number, likewise
 * @param keywords first words of the text, in lower case
 */
record InboundRule(Action action, String target, Set<String> to, List<String> from, Set<String> keywords) {

    private static final String TEXT = "SMS:TEXT";

    /** The actions of a rule. */
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

    boolean fits(InboundMessage message) {
        return (to.isEmpty() || to.contains(bare(message.destination())))
                && (from.isEmpty() || from.stream().anyMatch(bare(message.source())::startsWith))
                && (keywords.isEmpty() || TEXT.equals(message.type()) && keywords.contains(firstWord(message.text())));
    }

    /** The same number for +36, 0036 and 36, as SMSCs write them. */
    static String bare(String number) {
        return number.replaceFirst("^(\\+|00)", "");
    }

    private static String firstWord(String text) {
        return text.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    }
}
