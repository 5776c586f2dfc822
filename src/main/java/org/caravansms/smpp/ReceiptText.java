package org.caravansms.smpp;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caravansms.message.DeliveryState;

/**
 * The fields of a receipt's text, SMPP 3.4 appendix B, as vendors write it: some may be missing, in any order and case,
 * with blanks after the colon. The field {@code text}, which has the message, is left out.
 *
 * @param words the text before the field {@code text}
 * @param fields by their names in lower case; the first of a name counts
 */
record ReceiptText(String words, Map<String, String> fields) {

    private static final List<String> NAMES =
            List.of("id", "sub", "dlvrd", "submit date", "done date", "stat", "err", "text");
    private static final String LAST = "text";

    /** In the spellings of vendors, too. */
    private static final Map<String, DeliveryState> STATES = states();

    static ReceiptText of(String text) {
        Map<String, String> fields = new HashMap<>();
        String name = "";
        int value = 0;
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            int nameEnd = beforeBlanks(text, colon);
            for (String next : NAMES) {
                int begin = begin(text, nameEnd, next);
                if (begin >= 0) {
                    fields.putIfAbsent(name, text.substring(value, begin).strip());
                    if (next.equals(LAST)) {
                        return new ReceiptText(text.substring(0, begin).strip(), fields);
                    }
                    name = next;
                    value = colon + 1;
                }
            }
        }
        fields.putIfAbsent(name, text.substring(value).strip());
        return new ReceiptText(text.strip(), fields);
    }

    /**
     * @return where the name that ends there begins; its blank may be several, underscores or none; -1 for another
     * word
     */
    private static int begin(String text, int end, String name) {
        int at = end;
        for (int i = name.length() - 1; i >= 0; i--) {
            if (name.charAt(i) == ' ') {
                at = beforeBlanks(text, at);
            } else if (at == 0 || Character.toLowerCase(text.charAt(--at)) != name.charAt(i)) {
                return -1;
            }
        }
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) ? at : -1;
    }

    private static int beforeBlanks(String text, int end) {
        int at = end;
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '_')) {
            at--;
        }
        return at;
    }

    /** @return the first word of a field, or empty */
    String word(String name) {
        String value = value(name);
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) == ',' || value.charAt(i) == ';') {
                return value.substring(0, i);
            }
        }
        return value;
    }

    /** @return the state in the field {@code stat}, null for an unknown word */
    DeliveryState state() {
        return STATES.get(word("stat").toUpperCase(Locale.ROOT));
    }

    /** @return the whole field, or empty */
    String value(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Whether it has so many fields of a receipt that a person would hardly write it. */
    boolean isReceipt() {
        return words.toLowerCase(Locale.ROOT).startsWith("id")
                && !word("id").isEmpty()
                && !word("stat").isEmpty()
                && (fields.containsKey("dlvrd") || fields.containsKey("done date") || fields.containsKey("err"));
    }

    private static Map<String, DeliveryState> states() {
        Map<String, DeliveryState> words = new HashMap<>();
        for (DeliveryState state : DeliveryState.values()) {
            words.put(state.name(), state);
        }
        put(words, DeliveryState.DELIVERED, "DELIVRD", "DELIVERD", "DELIVRED");
        put(words, DeliveryState.UNDELIVERABLE, "UNDELIV", "UNDELIVERED", "UNDELIVRD", "UNDELIVD", "FAILED");
        put(words, DeliveryState.ACCEPTED, "ACCEPTD", "BUFFRED", "BUFFERED", "BUFFERD", "ACKED");
        put(words, DeliveryState.REJECTED, "REJECTD");
        put(words, DeliveryState.EXPIRED, "EXPIRD");
        put(words, DeliveryState.DELETED, "CANCELED", "CANCELLED");
        put(words, DeliveryState.ENROUTE, "PENDING", "SUBMITTED", "SUBMITD", "SENT");
        return words;
    }

    private static void put(Map<String, DeliveryState> words, DeliveryState state, String... spellings) {
        for (String spelling : spellings) {
            words.put(spelling, state);
        }
    }
}
