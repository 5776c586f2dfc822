package org.caravansms.simulator;

/** Text on one line: control characters are escaped as in Java, and so are the quote and the backslash. */
final class Printable {
    private Printable() {}

    static String escape(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.chars().forEach(c -> line.append(escape((char) c)));
        return line.toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> isUnseen(c) ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }

    // also the separators and direction marks that could disorder a terminal
    private static boolean isUnseen(char c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
