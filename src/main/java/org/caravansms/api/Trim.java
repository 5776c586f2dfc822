package org.caravansms.api;

/** Removes white space and byte order marks around a value, as files and forms have them. */
final class Trim {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Trim() {}

    /** @return a text without the byte order mark before it */
    static String mark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** @return a value without the blanks, line breaks and byte order mark around it */
    static String space(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isSpace(value.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == BYTE_ORDER_MARK;
    }
}
