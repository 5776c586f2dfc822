package org.caravansms.routing;

import java.util.Comparator;

/** A fault in a file of rules, at its line and column, both from 1 on. */
final class RuleFault extends IllegalArgumentException implements Comparable<RuleFault> {

    private static final Comparator<RuleFault> BY_PLACE =
            Comparator.<RuleFault>comparingInt(fault -> fault.line).thenComparingInt(fault -> fault.column);

    private final int line;
    private final int column;

    RuleFault(int line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    String in(String file) {
        return file + ", line " + line + ", column " + column + ": " + getMessage();
    }

    @Override
    public int compareTo(RuleFault other) {
        return BY_PLACE.compare(this, other);
    }
}
