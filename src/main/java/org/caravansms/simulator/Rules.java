package org.caravansms.simulator;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rules that count and draw: the value of the first one that fits, else another. */
record Rules<T>(List<Rule<T>> rules, T otherwise) {
    private record Rule<T>(Predicate<SubmitSm> test, T value) {}

    static <R, T> Rules<T> begin(
            List<R> rules, Function<R, Condition> condition, Function<R, T> value, T otherwise, Random seeds) {
        return new Rules<>(
                rules.stream()
                        .map(rule -> new Rule<>(condition.apply(rule).begin(seeded(seeds)), value.apply(rule)))
                        .toList(),
                otherwise);
    }

    /** Whether one of the conditions is met. */
    static Rules<Boolean> any(List<Condition> conditions, Random seeds) {
        return begin(conditions, Function.identity(), condition -> true, false, seeds);
    }

    private static Random seeded(Random seeds) {
        return new Random(seeds.nextLong());
    }

    T of(SubmitSm submitSm) {
        for (Rule<T> rule : rules) {
            if (rule.test().test(submitSm)) {
                return rule.value();
            }
        }
        return otherwise;
    }
}
