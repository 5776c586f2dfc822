package org.caravansms.operator;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --limit} of the commands that list. */
@Command(name = "list")
public final class ListLimit {

    private static final int HIGHEST = 10_000;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            converter = Rows.class,
            description = "how many are shown at most, 1 to 10000 (100)")
    private int rows;

    int rows() {
        return rows;
    }

    private static final class Rows implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) {
            int rows = value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : 0;
            if (rows < 1 || rows > HIGHEST) {
                throw new TypeConversionException("--limit takes a number from 1 to " + HIGHEST);
            }
            return rows;
        }
    }
}
