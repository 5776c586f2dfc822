package org.caravansms.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How the receipts look, at the SMSC for tests, demos and benchmarks, of the messages that a condition meets.
 *
 * @param shapes the shapes, taken in turn
 * @param condition which submit_sm it is for
 */
public record ShapeRule(List<ReceiptShape> shapes, Condition condition) {
    private static final String ALL = "all";

    /**
     * Checks that nothing is missing.
     *
     * @throws IllegalArgumentException if there is no shape
     */
    public ShapeRule {
        Objects.requireNonNull(condition, "condition");
        shapes = List.copyOf(shapes);
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException("a rule needs a shape");
        }
    }

    /**
     * Reads {@code tlvs}, {@code all} or {@code seconds,data-sm:10%}; without a condition it is for all.
     *
     * @throws IllegalArgumentException if it has another form; the message says what is wrong
     */
    public static ShapeRule parse(String text) {
        String[] parts = text.split(":", 2);
        Condition condition = parts.length == 1 ? Condition.always() : Condition.parse(parts[1]);
        return new ShapeRule(shapes(parts[0]), condition);
    }

    private static List<ReceiptShape> shapes(String names) {
        return names.equals(ALL)
                ? List.of(ReceiptShape.values())
                : Arrays.stream(names.split(",")).map(ReceiptShape::parse).toList();
    }
}
