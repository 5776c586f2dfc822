package org.caravansms.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The values of an enum as the command line has them: small letters, with a hyphen between words. */
final class NamedValues {
    private NamedValues() {}

    static <T extends Enum<T>> T parse(Class<T> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> name(value).equals(text))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("one of " + names(type) + ": " + text));
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <T extends Enum<T>> String names(Class<T> type) {
        return Arrays.stream(type.getEnumConstants()).map(NamedValues::name).collect(Collectors.joining(", "));
    }
}
