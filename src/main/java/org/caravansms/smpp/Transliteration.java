package org.caravansms.smpp;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Replaces characters by GSM characters that look like them: those of {@code look-alikes.properties}, all dashes and
 * blanks of Unicode, and letters whose accent is a character of its own. No letter loses its accent.
 */
final class Transliteration {

    private static final Map<Integer, String> REPLACEMENTS = read();

    private Transliteration() {}

    /** @return the text with GSM characters in place of those that look like them; others stay as they are */
    static String replaced(String text) {
        StringBuilder replaced = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(character -> append(character, replaced));
        return replaced.toString();
    }

    private static void append(int character, StringBuilder to) {
        String replacement = REPLACEMENTS.get(character);
        if (replacement != null) {
            to.append(replacement);
            return;
        }
        switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR -> to.append(' ');
            case Character.DASH_PUNCTUATION -> to.append('-');
            default -> to.appendCodePoint(character);
        }
    }

    private static Map<Integer, String> read() {
        ResourceBundle lines = ResourceBundle.getBundle("org.caravansms.smpp.look-alikes", Locale.ROOT);
        return lines.keySet().stream().collect(Collectors.toUnmodifiableMap(Integer::decode, lines::getString));
    }
}
