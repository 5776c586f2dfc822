package org.caravansms.routing;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * A pattern in the text of a message, as RE2 understands it: without back references and lookaround, so that a search
 * takes a time that grows with the length of the text only.
 *
 * @param pattern found anywhere in the text
 */
record TextPattern(Pattern pattern) {

    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("\\{[0-9]{0,4},?([0-9]{1,4})\\}");

    /** So many instructions are tried for a character in the worst case. */
    private static final int MOST_INSTRUCTIONS = 1_000;

    /** Repetitions in repetitions: a compiler needs as much memory before it can count the instructions. */
    private static final long MOST_REPETITIONS = 100_000;

    static Optional<TextPattern> of(RuleLine line) {
        RuleWord word = line.condition("text");
        if (word == null) {
            return Optional.empty();
        }
        RuleWord value = word.value();
        line.require(!value.text().isEmpty(), word, "lists an empty value");
        Pattern pattern = repetitions(value.text()) > MOST_REPETITIONS ? null : compiled(line, word, value);
        line.require(
                pattern != null && pattern.programSize() <= MOST_INSTRUCTIONS, word, "repeats too much to be searched");
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
                .map(MatchResult::group)
                .mapToLong(count -> Math.max(1, Long.parseLong(count.replaceAll(".*[{,]|}", ""))))
                .reduce(1, (all, count) -> Math.min(Integer.MAX_VALUE, all * count));
    }

    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }
}
