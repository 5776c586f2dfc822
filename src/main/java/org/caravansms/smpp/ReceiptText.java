package org.caravansms.smpp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fields of a receipt's text, SMPP 3.4 appendix B, as vendors write it: some may be missing, in any order and case,
 * with blanks after the colon. The field {@code text}, which has the message, is left out.
 */
final class ReceiptText {

    private static final List<String> NAMES =
            List.of("id", "sub", "dlvrd", "submit date", "done date", "stat", "err", "text");
    private static final String LAST = "text";

    private final String words;
    private final Map<String, String> fields = new TreeMap<>();

    private ReceiptText(String words) {
        this.words = words;
    }

    static ReceiptText of(String text) {
        List<int[]> found = fields(text);
        int end = !found.isEmpty() && NAMES.get(found.get(found.size() - 1)[0]).equals(LAST)
                ? found.get(found.size() - 1)[1]
                : text.length();
        ReceiptText receipt = new ReceiptText(text.substring(0, end).strip());
        for (int i = 0; i < found.size(); i++) {
            int[] field = found.get(i);
            int until = i + 1 < found.size() ? found.get(i + 1)[1] : text.length();
            receipt.fields.putIfAbsent(
                    NAMES.get(field[0]), text.substring(field[2], until).strip());
        }
        receipt.fields.remove(LAST);
        return receipt;
    }

    /** @return number of the name, where it begins, where its value begins; nothing is looked for behind the message's words */
    private static List<int[]> fields(String text) {
        List<int[]> found = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            int[] field = isBoundary(text, at) ? field(text, at) : null;
            if (field != null) {
                found.add(field);
                at = field[2] - 1;
                if (NAMES.get(field[0]).equals(LAST)) {
                    break;
                }
            }
        }
        return found;
    }

    private static boolean isBoundary(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static int[] field(String text, int at) {
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            int end = end(text, at, name);
            int colon = end < 0 ? text.length() : behindBlanks(text, end);
            if (colon < text.length() && text.charAt(colon) == ':') {
                return new int[] {i, at, colon + 1};
            }
        }
        return null;
    }

    /** @return where a name ends, which may have more blanks, an underscore or nothing for its blank; -1 when it is not there */
    private static int end(String text, int from, String name) {
        int at = from;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == ' ') {
                at = behindBlanks(text, at);
            } else if (at >= text.length() || Character.toLowerCase(text.charAt(at++)) != name.charAt(i)) {
                return -1;
            }
        }
        return at;
    }

    private static int behindBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '_')) {
            at++;
        }
        return at;
    }

    /** @return the first word of a field; empty when it is not there */
    String word(String name) {
        String value = fields.getOrDefault(name, "");
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) == ',' || value.charAt(i) == ';') {
                return value.substring(0, i);
            }
        }
        return value;
    }

    /** @return a field in full; empty when it is not there */
    String value(String name) {
        return fields.getOrDefault(name, "");
    }

    /** @return the receipt's own words */
    String words() {
        return words;
    }

    /** Whether it is so much of a receipt that a person would hardly write it. */
    boolean isReceipt() {
        return words.toLowerCase(Locale.ROOT).startsWith("id")
                && !word("id").isEmpty()
                && !word("stat").isEmpty()
                && (fields.containsKey("dlvrd") || fields.containsKey("done date") || fields.containsKey("err"));
    }
}
