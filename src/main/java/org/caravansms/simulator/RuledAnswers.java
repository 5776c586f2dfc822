package org.caravansms.simulator;

import java.util.List;
import java.util.Random;

/** The status of the first rule that fits, else what would be answered without rules. */
record RuledAnswers(Rules<SubmitAnswer> rules, Answers otherwise) implements Answers {
    static RuledAnswers begin(List<AnswerRule> rules, Answers otherwise, Random seeds) {
        return new RuledAnswers(
                Rules.begin(rules, AnswerRule::condition, rule -> SubmitAnswer.of(rule.commandStatus()), null, seeds),
                otherwise);
    }

    @Override
    public SubmitAnswer answer(SubmitSm submitSm) {
        SubmitAnswer ruled = rules.of(submitSm);
        return ruled == null ? otherwise.answer(submitSm) : ruled;
    }
}
