package org.caravansms.simulator;

import java.util.List;
import java.util.OptionalLong;

/**
 * The faults of a {@link Simulator}. Of the submit_sm, those above the throttle are refused; the first rule that
 * fits gives the status of the others; of the accepted ones some responses get lost and some connections are cut.
 * Begin with {@link #none()}, each wither returns a changed copy.
 *
 * @param throttle how many submit_sm a second are not answered ESME_RTHROTTLED; 0 for no limit
 * @param answers the command_status of the submit_sm that a condition meets (SMPP 3.4 issue 1.2, section 5.1.3)
 * @param losses the accepted submit_sm that one of these meets get no response
 * @param cutAfter the N-th submit_sm of a connection that would get ESME_ROK is received and journalled, then the
 *     connection is closed without its response; 0 for never
 * @param cutConnections how many connections are cut, those first that reach their N-th submit_sm
 * @param binds the faults of binds: the first that has not met its number yet decides
 * @param silentEnquireLink whether enquire_link is never answered
 * @param seed where the draws of chances and latencies begin; empty for other draws each time
 */
public record Faults(
        int throttle,
        List<SubmitRule<Integer>> answers,
        List<Condition> losses,
        int cutAfter,
        int cutConnections,
        List<BindFault> binds,
        boolean silentEnquireLink,
        OptionalLong seed) {
    /** All goes well. */
    public static Faults none() {
        return new Faults(0, List.of(), List.of(), 0, Integer.MAX_VALUE, List.of(), false, OptionalLong.empty());
    }

    /** These faults with ESME_RTHROTTLED for the submit_sm above so many a second; 0 for no limit. */
    public Faults withThrottle(int perSecond) {
        return new Faults(perSecond, answers, losses, cutAfter, cutConnections, binds, silentEnquireLink, seed);
    }

    /** These faults with one more rule for the status of a submit_sm, behind the others. */
    public Faults withAnswer(int commandStatus, Condition condition) {
        List<SubmitRule<Integer>> more = SimulatorOptions.appended(answers, new SubmitRule<>(commandStatus, condition));
        return new Faults(throttle, more, losses, cutAfter, cutConnections, binds, silentEnquireLink, seed);
    }

    /** These faults with the responses lost of the accepted submit_sm that a condition meets. */
    public Faults withLoss(Condition condition) {
        List<Condition> more = SimulatorOptions.appended(losses, condition);
        return new Faults(throttle, answers, more, cutAfter, cutConnections, binds, silentEnquireLink, seed);
    }
}
