package org.caravansms.simulator;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rules that count and draw: the value of the first one that fits, else another. */
record Rules<T>(List<Begun<T>> rules, T otherwise) {
    private record Begun<T>(Predicate<SubmitSm> test, T value) {}

    static <R, T> Rules<T> begin(List<SubmitRule<R>> rules, Function<R, T> value, T otherwise, Random seeds) {
        return new Rules<>(
                rules.stream()
                        .map(rule -> new Begun<>(
                                rule.condition().begin(new Random(seeds.nextLong())), value.apply(rule.value())))
                        .toList(),
                otherwise);
    }

    /** Whether one of the conditions is met. */
    static Rules<Boolean> any(List<Condition> conditions, Random seeds) {
        List<SubmitRule<Boolean>> rules = conditions.stream()
                .map(condition -> new SubmitRule<>(true, condition))
                .toList();
        return begin(rules, Function.identity(), false, seeds);
    }

    T of(SubmitSm submitSm) {
        for (Begun<T> rule : rules) {
            if (rule.test().test(submitSm)) {
                return rule.value();
            }
        }
        return otherwise;
    }
}
