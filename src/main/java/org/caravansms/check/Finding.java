package org.caravansms.check;

import java.util.Locale;

/**
 * One line of a check.
 *
 * @param level how it is
 * @param subject what was looked at, such as {@code provider acme}
 * @param text what was found
 * @param advice what to do next, empty when it is right
 */
public record Finding(Level level, String subject, String text, String advice) {

    /** How something is. */
    public enum Level {
        OK,
        WARNING,
        WRONG;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String subject, String text) {
        return new Finding(Level.OK, subject, text, "");
    }

    static Finding warning(String subject, String text, String advice) {
        return new Finding(Level.WARNING, subject, text, advice);
    }

    static Finding wrong(String subject, String text, String advice) {
        return new Finding(Level.WRONG, subject, text, advice);
    }
}
