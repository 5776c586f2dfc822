package org.caravansms.simulator;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What goes wrong at the SMSC for tests, demos and benchmarks. Immutable: begin with {@link #none()}, each wither
 * returns a changed copy.
 *
 * @param submits what goes wrong with submit_sm
 * @param binds what goes wrong with binds: the first that has not met its number yet decides
 * @param silentEnquireLink whether enquire_link is never answered
 * @param seed where the draws of chances and latencies begin; empty for another row of draws each time
 */
public record Faults(SubmitFaults submits, List<BindFault> binds, boolean silentEnquireLink, OptionalLong seed) {

    /** Checks that nothing is missing. */
    public Faults {
        Objects.requireNonNull(submits, "submits");
        Objects.requireNonNull(seed, "seed");
        binds = List.copyOf(binds);
    }

    /** All goes well. */
    public static Faults none() {
        return new Faults(SubmitFaults.none(), List.of(), false, OptionalLong.empty());
    }

    /** These faults with ESME_RTHROTTLED for what comes above so many submit_sm a second; 0 for no limit. */
    public Faults withThrottle(int perSecond) {
        return withSubmits(submits.withThrottle(perSecond));
    }

    /** These faults with one more rule for the status of a submit_sm, behind the others. */
    public Faults withAnswer(int commandStatus, Condition condition) {
        return withAnswer(new AnswerRule(commandStatus, condition));
    }

    /** These faults with one more rule, behind the others. */
    public Faults withAnswer(AnswerRule rule) {
        return withSubmits(submits.withAnswer(rule));
    }

    /** These faults with the responses lost of the accepted submit_sm that a condition meets. */
    public Faults withLoss(Condition condition) {
        return withSubmits(submits.withLoss(condition));
    }

    private Faults withSubmits(SubmitFaults submits) {
        return new Faults(submits, binds, silentEnquireLink, seed);
    }
}
