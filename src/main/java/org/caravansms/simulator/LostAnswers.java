package org.caravansms.simulator;

import java.util.List;
import java.util.Random;

/** Loses the responses of those accepted submit_sm that a condition meets. */
record LostAnswers(Rules<Boolean> losses, Answers answers) implements Answers {
    static LostAnswers begin(List<Condition> losses, Answers answers, Random seeds) {
        return new LostAnswers(Rules.any(losses, seeds), answers);
    }

    @Override
    public SubmitAnswer answer(SubmitSm submitSm) {
        SubmitAnswer answer = answers.answer(submitSm);
        boolean lost = answer.isAccepted() && losses.of(submitSm);
        return lost ? answer.withFate(ResponseFate.LOST) : answer;
    }
}
