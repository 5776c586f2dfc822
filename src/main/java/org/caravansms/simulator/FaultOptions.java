package org.caravansms.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The faults of binds and submit_sm. */
@Command(optionListHeading = "%nFaults:%n")
final class FaultOptions {
    @Option(
            names = "--answer",
            paramLabel = "STATUS[:WHICH]",
            converter = Answer.class,
            description = "answer submit_sm with this status *")
    private List<SubmitRule<Integer>> answers = new ArrayList<>();

    @Option(
            names = "--throttle",
            paramLabel = "N",
            converter = NumberRange.FromOne.class,
            description = "ESME_RTHROTTLED for what comes above N submit_sm a second")
    private int throttle;

    @Option(names = "--lose", paramLabel = "WHICH", description = "accept submit_sm, but never send the response *")
    private List<Condition> losses = new ArrayList<>();

    @Option(
            names = "--cut-after",
            paramLabel = "N",
            converter = NumberRange.FromOne.class,
            description = "close the connection instead of answering its N-th submit_sm that would be accepted")
    private int cutAfter;

    @Option(
            names = "--cut-connections",
            paramLabel = "K",
            converter = NumberRange.FromOne.class,
            description = "only the first K connections that come so far (all)")
    private int cutConnections = Integer.MAX_VALUE;

    @Option(names = "--silent-enquire-link", description = "never answer enquire_link")
    private boolean silentEnquireLink;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Seed.class,
            description = "the same chances and latencies at each run")
    private Long seed;

    // both options add to it: the first that has not met its number yet decides
    private final List<BindFault> binds = new ArrayList<>();

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

    Faults faults() {
        OptionalLong start = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
        return new Faults(throttle, answers, losses, cutAfter, cutConnections, binds, silentEnquireLink, start);
    }

    private static final class Answer implements ITypeConverter<SubmitRule<Integer>> {
        @Override
        public SubmitRule<Integer> convert(String text) {
            return SubmitRule.parse(text, CommandStatus::parse);
        }
    }

    private static final class Seed implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return Long.valueOf(text);
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
