package org.caravansms.simulator;

import java.util.Objects;

/**
 * What becomes, at the SMSC for tests, demos and benchmarks, of the messages that a condition meets.
 *
 * @param state what their receipt says
 * @param condition which submit_sm it is for
 */
public record StateRule(ReceiptState state, Condition condition) {
    /** Checks that nothing is missing. */
    public StateRule {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(condition, "condition");
    }

    /**
     * Reads {@code UNDELIV:5%} or {@code EXPIRED:to=3620*}; without a condition it is for all.
     *
     * @throws IllegalArgumentException if it has another form; the message says what is wrong
     */
    public static StateRule parse(String text) {
        String[] parts = text.split(":", 2);
        Condition condition = parts.length == 1 ? Condition.always() : Condition.parse(parts[1]);
        return new StateRule(ReceiptState.parse(parts[0]), condition);
    }
}
