package org.caravansms.simulator;

import java.util.Objects;

/**
 * A command_status that the SMSC for tests, demos and benchmarks answers to the submit_sm that a condition meets.
 *
 * @param commandStatus the command_status (SMPP 3.4 issue 1.2, section 5.1.3)
 * @param condition which submit_sm it is for
 */
public record AnswerRule(int commandStatus, Condition condition) {
    /** Checks that there is a condition. */
    public AnswerRule {
        Objects.requireNonNull(condition, "condition");
    }

    /**
     * Reads {@code 0x0B:to=36201234567} or {@code ESME_RTHROTTLED:10%}; without a condition it is for all.
     *
     * @throws IllegalArgumentException if it has another form; the message says what is wrong
     */
    public static AnswerRule parse(String text) {
        String[] parts = text.split(":", 2);
        Condition condition = parts.length == 1 ? Condition.always() : Condition.parse(parts[1]);
        return new AnswerRule(StatusName.parse(parts[0]), condition);
    }
}
