package org.caravansms.routing;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A pattern in the text of a message, as RE2 understands it: without back references and lookaround, so that a search
 * takes a time that grows with the length of the text only.
 *
 * @param pattern found anywhere in the text
 */
record TextPattern(Pattern pattern) {

    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("\\{([0-9]{1,4})(?:,([0-9]{0,4}))?\\}");

    /** RE2/J 1.8 does not end where a pattern without case names a letter from U+1C80 to U+1C88, or a range has one. */
    private static final java.util.regex.Pattern ENDLESS = java.util.regex.Pattern.compile("(?s).*\\(\\?[a-zA-Z]*i.*");

    private static final java.util.regex.Pattern HIGH =
            java.util.regex.Pattern.compile("(?s).*([^\\x{0}-\\x{1C7F}]|\\\\x\\{).*");

    /** So many instructions are tried for a character in the worst case. */
    private static final int MOST_INSTRUCTIONS = 1_000;

    /** Repetitions in repetitions: a compiler needs as much memory before it can count the instructions. */
    private static final long MOST_REPETITIONS = 100_000;

    private static final int MOST_CHARACTERS = 1_000;

    static Optional<TextPattern> of(RuleLine line) {
        RuleWord word = line.condition("text");
        if (word == null) {
            return Optional.empty();
        }
        RuleWord value = word.value();
        line.require(!value.text().isEmpty(), word, "lists an empty value");
        boolean endless = ENDLESS.matcher(value.text()).matches()
                && HIGH.matcher(value.text()).matches();
        line.require(!endless, word, "has (?i) and characters above U+1C7F, or \\x{}: list their cases instead");
        boolean large = value.text().length() > MOST_CHARACTERS || repetitions(value.text()) > MOST_REPETITIONS;
        Pattern pattern = large ? null : compiled(line, word, value);
        line.require(
                pattern != null && pattern.programSize() <= MOST_INSTRUCTIONS,
                word,
                "is too long, or repeats too much, to be searched");
        return Optional.of(new TextPattern(pattern));
    }

    private static Pattern compiled(RuleLine line, RuleWord word, RuleWord value) {
        try {
            return Pattern.compile(value.text());
        } catch (PatternSyntaxException e) {
            line.require(false, word, "is no pattern of RE2: " + e.getDescription() + " at " + e.getPattern());
            return null;
        }
    }

    /** @return the product of all counts, as if they were nested */
    private static long repetitions(String pattern) {
        return REPETITION
                .matcher(pattern)
                .results()
                .mapToLong(count -> Math.max(number(count.group(1)), number(count.group(2))))
                .reduce(1, (all, count) -> Math.min(Integer.MAX_VALUE, all * count));
    }

    private static long number(String digits) {
        return digits == null || digits.isEmpty() ? 1 : Math.max(1, Long.parseLong(digits));
    }

    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }
}
