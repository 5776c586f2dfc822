package org.caravansms.simulator;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Loses the responses of those accepted submit_sm that a condition meets. */
record LostAnswers(List<Predicate<SubmitSm>> losses, Answers answers) implements Answers {
    static LostAnswers begin(List<Condition> losses, Answers answers, Random seeds) {
        return new LostAnswers(
                losses.stream()
                        .map(loss -> loss.begin(new Random(seeds.nextLong())))
                        .toList(),
                answers);
    }

    @Override
    public Answer answer(SubmitSm submitSm) {
        Answer answer = answers.answer(submitSm);
        boolean lost = answer.isAccepted() && losses.stream().anyMatch(loss -> loss.test(submitSm));
        return lost ? answer.withFate(Fate.LOST) : answer;
    }
}
