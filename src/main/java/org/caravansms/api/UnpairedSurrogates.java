package org.caravansms.api;

/** Half a character: JSON and handsets can send one surrogate of a pair, which no encoding of an answer can carry. */
public final class UnpairedSurrogates {

    private static final int REPLACEMENT = 0xFFFD;

    private UnpairedSurrogates() {}

    /** Whether every surrogate of the text has its other half. */
    static boolean in(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** @return the text, with U+FFFD in place of half a character */
    public static String of(String text) {
        return in(text)
                ? text
                : text.codePoints()
                        .map(c -> Character.charCount(c) == 1 && Character.isSurrogate((char) c) ? REPLACEMENT : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
