package org.caravansms.api;

import java.nio.charset.StandardCharsets;

/** Half a character: JSON and handsets can send one surrogate of a pair, which no encoding of an answer can carry. */
public final class UnpairedSurrogates {

    private UnpairedSurrogates() {}

    /** Whether every surrogate of the text has its other half. */
    public static boolean in(String text) {
        return of(text).equals(text);
    }

    /** @return the text, with U+FFFD in place of half a character */
    public static String of(String text) {
        return hasSurrogates(text)
                ? new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE)
                : text;
    }

    /** Few texts have some: to encode each of them took a fifth of the check of a message. */
    private static boolean hasSurrogates(String text) {
        int i = 0;
        while (i < text.length() && !Character.isSurrogate(text.charAt(i))) {
            i++;
        }
        return i < text.length();
    }
}
