package org.caravansms.simulator;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** The status of the first rule that fits, else what would be answered without rules. */
record RuledAnswers(List<Rule> rules, Answers otherwise) implements Answers {
    private record Rule(Predicate<SubmitSm> test, Answer answer) {
        static Rule begin(AnswerRule rule, Random seeds) {
            return new Rule(rule.condition().begin(new Random(seeds.nextLong())), Answer.of(rule.commandStatus()));
        }
    }

    static RuledAnswers begin(List<AnswerRule> rules, Answers otherwise, Random seeds) {
        return new RuledAnswers(
                rules.stream().map(rule -> Rule.begin(rule, seeds)).toList(), otherwise);
    }

    @Override
    public Answer answer(SubmitSm submitSm) {
        for (Rule rule : rules) {
            if (rule.test().test(submitSm)) {
                return rule.answer();
            }
        }
        return otherwise.answer(submitSm);
    }
}
