package org.caravansms.simulator;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * The words of a command line, one option after the other. What is wrong with the current option's value is an
 * IllegalArgumentException that names the option.
 */
final class CommandLine {
    private final Deque<String> rest;
    private String option;

    CommandLine(List<String> words) {
        this.rest = new ArrayDeque<>(words);
    }

    boolean hasNext() {
        return !rest.isEmpty();
    }

    /** Goes on to the next option. */
    void next() {
        option = rest.remove();
    }

    String option() {
        return option;
    }

    String value() {
        if (!hasValue()) {
            throw new IllegalArgumentException("option " + option + " needs a value");
        }
        return rest.remove();
    }

    /** The value, read by a function that knows its form. */
    <T> T value(Function<String, T> form) {
        String value = value();
        try {
            return form.apply(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("option " + option + ": " + e.getMessage(), e);
        }
    }

    /** Whether there is a value behind an option that may stand alone. */
    boolean hasValue() {
        return !rest.isEmpty() && !rest.peek().startsWith("--");
    }

    Path path() {
        return Path.of(value());
    }

    int number(int min, int max) {
        String value = value();
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // not a number at all: refused below with the same words
        }
        throw new IllegalArgumentException(
                "option " + option + " needs a number from " + min + " to " + max + ": " + value);
    }

    long anyNumber() {
        String value = value();
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("option " + option + " needs a number: " + value, e);
        }
    }
}
