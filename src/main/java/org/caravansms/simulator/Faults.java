package org.caravansms.simulator;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/**
 * The faults of a {@link Simulator}, and their options on the command line. Of the submit_sm, those above the throttle
 * are refused; the first rule that fits gives the status of the others (SMPP 3.4 issue 1.2, section 5.1.3); of the
 * accepted ones some responses get lost and some connections are cut. Begin with {@link #none()} and change nothing
 * once a simulator has them.
 */
@Command(optionListHeading = "%nFaults:%n")
public final class Faults {
    @Option(
            names = "--answer",
            paramLabel = "STATUS[:WHICH]",
            converter = Answer.class,
            description = "answer submit_sm with this status *")
    List<SubmitRule<Integer>> answers = new ArrayList<>();

    /** 0 for no limit. */
    @Option(
            names = "--throttle",
            paramLabel = "N",
            description = "ESME_RTHROTTLED for what comes above N submit_sm a second")
    int throttle;

    @Option(names = "--lose", paramLabel = "WHICH", description = "accept submit_sm, but never send the response *")
    List<Condition> losses = new ArrayList<>();

    /** The submit_sm that ends its connection is in the journals; 0 for none. */
    @Option(
            names = "--cut-after",
            paramLabel = "N",
            description = "close the connection instead of answering its N-th submit_sm that would be accepted")
    int cutAfter;

    @Option(
            names = "--cut-connections",
            paramLabel = "K",
            description = "only the first K connections that come so far (all)")
    int cutConnections = Integer.MAX_VALUE;

    @Option(names = "--silent-enquire-link", description = "never answer enquire_link")
    boolean silentEnquireLink;

    /** Null for other draws each time. */
    @Option(names = "--seed", paramLabel = "N", description = "the same chances and latencies at each run")
    Long seed;

    /** Both options add to it: the first that has not met its number yet decides. */
    final List<BindFault> binds = new ArrayList<>();

    private Faults() {}

    public static Faults none() {
        return new Faults();
    }

    @Option(
            names = "--bind-refuse",
            paramLabel = "STATUS[:first=N]",
            converter = Refusal.class,
            description = "refuse binds, or the first N *")
    private void refuse(BindFault refusal) {
        binds.add(refusal);
    }

    @Option(
            names = "--bind-silent",
            arity = "0..1",
            paramLabel = "first=N",
            converter = Silence.class,
            fallbackValue = "",
            description = "never answer binds, or the first N *")
    private void silent(BindFault silence) {
        binds.add(silence);
    }

    /** These faults, with ESME_RTHROTTLED for the submit_sm above so many a second. */
    public Faults withThrottle(int perSecond) {
        throttle = perSecond;
        return this;
    }

    /** These faults, with one more rule for the status of a submit_sm, behind the others. */
    public Faults withAnswer(int commandStatus, Condition condition) {
        answers.add(new SubmitRule<>(commandStatus, condition));
        return this;
    }

    /** These faults, with the responses lost of the accepted submit_sm that a condition meets. */
    public Faults withLoss(Condition condition) {
        losses.add(condition);
        return this;
    }

    private static final class Answer implements ITypeConverter<SubmitRule<Integer>> {
        @Override
        public SubmitRule<Integer> convert(String text) {
            return SubmitRule.parse(text, CommandStatus::parse);
        }
    }

    private static final class Refusal implements ITypeConverter<BindFault> {
        @Override
        public BindFault convert(String text) {
            return BindFault.refusal(text);
        }
    }

    private static final class Silence implements ITypeConverter<BindFault> {
        @Override
        public BindFault convert(String text) {
            return BindFault.silence(text);
        }
    }
}
