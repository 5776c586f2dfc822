package org.caravansms.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What goes wrong with submit_sm at the SMSC for tests, demos and benchmarks, in this order: what comes above the
 * throttle is refused; else the first rule that fits gives the status; of what is accepted so, some responses get
 * lost and some connections are cut.
 *
 * @param throttle how many submit_sm a second are not answered ESME_RTHROTTLED; 0 for no limit
 * @param answers the rules
 * @param losses whose responses get lost: those that one of these meets
 * @param cut which connections are cut
 */
public record SubmitFaults(int throttle, List<AnswerRule> answers, List<Condition> losses, Cut cut) {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the throttle is negative
     */
    public SubmitFaults {
        Objects.requireNonNull(cut, "cut");
        if (throttle < 0) {
            throw new IllegalArgumentException("throttle must not be negative: " + throttle);
        }
        answers = List.copyOf(answers);
        losses = List.copyOf(losses);
    }

    static SubmitFaults none() {
        return new SubmitFaults(0, List.of(), List.of(), Cut.never());
    }

    SubmitFaults withThrottle(int perSecond) {
        return new SubmitFaults(perSecond, answers, losses, cut);
    }

    SubmitFaults withAnswer(AnswerRule rule) {
        return new SubmitFaults(throttle, with(answers, rule), losses, cut);
    }

    SubmitFaults withLoss(Condition condition) {
        return new SubmitFaults(throttle, answers, with(losses, condition), cut);
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
