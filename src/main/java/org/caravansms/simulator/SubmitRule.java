package org.caravansms.simulator;

import java.util.function.Function;

/**
 * A value for the submit_sm that a condition meets: the command_status of the answer, the state or the shapes of the
 * receipt.
 */
public record SubmitRule<T>(T value, Condition condition) {
    /**
     * Reads {@code UNDELIV:5%} or {@code 0x0B:to=36201234567}; without a condition it is for all.
     *
     * @throws IllegalArgumentException if it has another form; the message says what is wrong
     */
    static <T> SubmitRule<T> parse(String text, Function<String, T> value) {
        String[] parts = text.split(":", 2);
        Condition condition = parts.length == 1 ? random -> submitSm -> true : Condition.parse(parts[1]);
        return new SubmitRule<>(value.apply(parts[0]), condition);
    }
}
