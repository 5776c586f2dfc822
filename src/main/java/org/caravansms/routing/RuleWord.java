package org.caravansms.routing;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a line of rules, or a value in it.
 *
 * @param text the word, of a value without quotation marks
 * @param column where it begins, from 1 on
 * @param shown the word as errors show it: of a value with the name of its condition
 */
record RuleWord(String text, int column, String shown) {

    private static final char QUOTE = '"';
    private static final char COMMENT = '#';

    /** @param quoted whether quotation marks have a meaning, and a # within a word starts a comment */
    static List<RuleWord> allOf(String line, boolean quoted) {
        List<RuleWord> words = new ArrayList<>();
        int at = 0;
        while (at < line.length() && line.charAt(at) != COMMENT) {
            int end = end(line, at, quoted);
            if (end > at) {
                words.add(new RuleWord(line.substring(at, end), at + 1, line.substring(at, end)));
            }
            at = end < line.length() && line.charAt(end) == COMMENT ? end : end + 1;
        }
        return words;
    }

    private static int end(String line, int from, boolean quoted) {
        boolean open = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            open ^= quoted && c == QUOTE;
            if (!open && (Character.isWhitespace(c) || quoted && c == COMMENT)) {
                return i;
            }
        }
        return line.length();
    }

    /** @return what stands before the first =, empty where there is none */
    String name() {
        return text.substring(0, Math.max(0, text.indexOf('=')));
    }

    /** @return what stands behind the first =, or all, without quotation marks */
    RuleWord value() {
        int from = text.indexOf('=') + 1;
        return new RuleWord(text.substring(from).replace("\"", ""), column + from, text);
    }

    /** @return the parts between the commas of the value, but for those between quotation marks */
    List<RuleWord> values() {
        List<RuleWord> values = new ArrayList<>();
        boolean open = false;
        int from = text.indexOf('=') + 1;
        for (int i = from; i <= text.length(); i++) {
            open ^= i < text.length() && text.charAt(i) == QUOTE;
            if (i == text.length() || text.charAt(i) == ',' && !open) {
                values.add(part(from, i));
                from = i + 1;
            }
        }
        return values;
    }

    private RuleWord part(int from, int to) {
        String value = text.substring(from, to).replace("\"", "");
        String name = name();
        return new RuleWord(value, column + from, name.isEmpty() ? value : name + "=" + value);
    }

    boolean hasOpenQuote() {
        return text.chars().filter(c -> c == QUOTE).count() % 2 != 0;
    }
}
