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
        return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    }
}
