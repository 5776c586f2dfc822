package org.caravansms.simulator;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Conditions as the command line has them. */
final class ConditionParser {
    // a comma within a text does not part it
    private static final Pattern NEXT = Pattern.compile(",(?=(?:to|text|every|first)=|[0-9.]+%(?:,|$))");

    private ConditionParser() {}

    static Condition parse(String text) {
        return Arrays.stream(NEXT.split(text))
                .map(ConditionParser::one)
                .reduce(Condition::and)
                .orElseThrow();
    }

    private static Condition one(String text) {
        try {
            return text.endsWith("%") && !text.contains("=") ? percent(text) : named(text);
        } catch (NumberFormatException e) {
            throw unknown(text);
        }
    }

    private static Condition percent(String text) {
        return Condition.percent(Double.parseDouble(text.substring(0, text.length() - 1)));
    }

    private static Condition named(String text) {
        String value = text.substring(text.indexOf('=') + 1);
        return switch (text.substring(0, text.length() - value.length())) {
            case "to=" -> Condition.to(value);
            case "text=" -> Condition.text(value);
            case "every=" -> Condition.every(Long.parseLong(value));
            case "first=" -> Condition.first(Long.parseLong(value));
            default -> throw unknown(text);
        };
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("a condition is to=, text=, 10%, every= or first=: " + text);
    }
}
