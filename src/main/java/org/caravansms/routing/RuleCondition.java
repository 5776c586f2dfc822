package org.caravansms.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;

/** A condition of a routing rule. */
@FunctionalInterface
interface RuleCondition {

    String ANY = "*";
    Pattern BEGINNING = Pattern.compile("\\+[0-9]*|[0-9]+");
    Pattern TYPE = Pattern.compile("[A-Z0-9:]+\\*?|\\*");

    /** @param number the recipient's number, in its international form where that is known */
    boolean isMet(SmsMessage message, String number);

    /** @return those of a line, the quick ones first */
    static List<RuleCondition> of(RuleLine line) {
        List<RuleCondition> conditions = new ArrayList<>();
        add(line, "source", RuleCondition::source, RuleCondition::ofSource, conditions);
        add(line, "user", (at, value) -> value.text(), RuleCondition::ofUser, conditions);
        add(line, "provider", (at, value) -> value.text(), RuleCondition::ofProvider, conditions);
        add(line, "type", RuleCondition::type, RuleCondition::ofType, conditions);
        add(line, "to", RuleCondition::beginning, RuleCondition::ofNumber, conditions);
        add(line, "time", TimeWindow::of, RuleCondition::inTime, conditions);
        line.attempt(() -> TextPattern.of(line), Optional.<TextPattern>empty())
                .ifPresent(pattern -> conditions.add((message, number) -> pattern.isIn(message.text())));
        return conditions;
    }

    /** Reads a value. */
    interface Reader<V> {
        V of(RuleLine line, RuleWord value);
    }

    private static <V> void add(
            RuleLine line,
            String name,
            Reader<V> reader,
            Function<List<V>, RuleCondition> condition,
            List<RuleCondition> to) {
        List<V> values = new ArrayList<>();
        for (RuleWord value : line.attempt(() -> line.values(name), List.<RuleWord>of())) {
            V read = line.attempt(() -> reader.of(line, value), null);
            if (read != null) {
                values.add(read);
            }
        }
        if (!values.isEmpty()) {
            to.add(condition.apply(values));
        }
    }

    private static RuleCondition ofSource(List<Source> sources) {
        return (message, number) -> message.source() != null && sources.contains(message.source());
    }

    private static RuleCondition ofUser(List<String> users) {
        return (message, number) -> users.contains(message.user());
    }

    private static RuleCondition ofProvider(List<String> providers) {
        return (message, number) -> providers.contains(message.provider());
    }

    private static RuleCondition ofType(List<String> types) {
        return (message, number) -> types.stream().anyMatch(wanted -> isOfType(message.type(), wanted));
    }

    private static RuleCondition ofNumber(List<String> beginnings) {
        return (message, number) -> beginnings.stream().anyMatch(number::startsWith);
    }

    private static RuleCondition inTime(List<TimeWindow> windows) {
        return (message, number) -> windows.stream().anyMatch(window -> window.has(message));
    }

    private static boolean isOfType(String type, String wanted) {
        return wanted.endsWith(ANY)
                ? type.regionMatches(0, wanted, 0, wanted.length() - ANY.length())
                : type.equals(wanted);
    }

    private static Source source(RuleLine line, RuleWord value) {
        Optional<Source> source = Arrays.stream(Source.values())
                .filter(known -> known.toString().equals(value.text()))
                .findFirst();
        line.require(source.isPresent(), value, "is none of " + Arrays.toString(Source.values()));
        return source.get();
    }

    private static String beginning(RuleLine line, RuleWord value) {
        boolean right = BEGINNING.matcher(value.text()).matches();
        line.require(right, value, "is not how a number begins: a plus, digits, or both");
        return NumberPlan.withPlus(value.text());
    }

    private static String type(RuleLine line, RuleWord value) {
        String type = value.text().toUpperCase(Locale.ROOT);
        boolean right = TYPE.matcher(type).matches();
        line.require(right, value, "is no message type, and not the beginning of one with a * behind it");
        return type;
    }
}
