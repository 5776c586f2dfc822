package org.caravansms.observe;

import java.util.Map;

/**
 * What a check of the health found.
 *
 * @param level how bad it is
 * @param text in words, for a person: what is, and where something is wrong, what to do
 * @param data figures, by names that stay
 */
record HealthFinding(Level level, String text, Map<String, Object> data) {

    /** How bad it is; only DOWN takes traffic from the gateway. */
    enum Level {
        UP,
        WARNING,
        DOWN
    }

    static HealthFinding of(boolean right, Level otherwise, String text, Map<String, Object> data) {
        return new HealthFinding(right ? Level.UP : otherwise, text, data);
    }
}
