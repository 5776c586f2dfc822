package org.caravansms.simulator;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of an option, and refuses one that is out of its range. */
class NumberRange implements ITypeConverter<Integer> {
    private final int lowest;
    private final int highest;

    NumberRange(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    @Override
    public Integer convert(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below with the same words
        }
        throw new TypeConversionException("needs a number from " + lowest + " to " + highest + ": " + text);
    }

    static final class Port extends NumberRange {
        Port() {
            super(0, 65_535);
        }
    }

    static final class FromZero extends NumberRange {
        FromZero() {
            super(0, Integer.MAX_VALUE);
        }
    }
}
