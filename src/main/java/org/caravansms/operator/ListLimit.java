package org.caravansms.operator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --limit} of the commands that list. */
@Command(name = "list")
public final class ListLimit {

    private static final int HIGHEST = 10_000;

    private int rows;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "how many are shown at most, 1 to 10000 (100)")
    void limit(String value) {
        rows = value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : 0;
        if (rows < 1 || rows > HIGHEST) {
            throw new TypeConversionException("--limit takes a number from 1 to " + HIGHEST);
        }
    }

    int rows() {
        return rows;
    }
}
