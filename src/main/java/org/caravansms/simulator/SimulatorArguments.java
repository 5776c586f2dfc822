package org.caravansms.simulator;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/** The command line of the simulator: {@link SimulatorOptions} in groups. */
@Command(
        name = "simulator",
        separator = " ",
        abbreviateSynopsis = true,
        description = "An SMSC for tests, demos and benchmarks: answers SMPP 3.4 on a port.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped", "1:it cannot start: the port is in use, a file cannot be written", "2:wrong option"
        },
        footer = {
            "",
            "Options marked * may be given several times, the first that fits decides. STATUS is a command_status such as"
                    + " 0x58 or ESME_RTHROTTLED. WHICH is to=36201234567 (to=3620* for all that begin so), text=PART, 10%%,"
                    + " every=N or first=N; with commas all must be met, from left to right: text=full,first=2"
        })
public final class SimulatorArguments {
    /** Of the numbers whose option names no other range. */
    private static final NumberRange FROM_ONE = new NumberRange(1, Integer.MAX_VALUE);

    @Mixin
    private final SimulatorOptions service = SimulatorOptions.defaults();

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    @Mixin
    private final Faults faults = service.faults;

    @Mixin
    private final SimulatedReceipts receipts = service.receipts;

    @Mixin
    private final InboundTraffic inbound = service.inbound;

    /**
     * The options that these words give.
     *
     * @throws IllegalArgumentException if one of them is wrong
     * @throws IOException if a store of TLS cannot be read
     */
    static SimulatorOptions parse(List<String> words) throws IOException {
        SimulatorArguments arguments = new SimulatorArguments();
        try {
            arguments.line().parseArgs(words.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new IllegalArgumentException(OptionFault.of(e), e);
        }
        arguments.inbound.check();
        arguments.tls.applyTo(arguments.service);
        return arguments.service;
    }

    static String usage() {
        return new SimulatorArguments().line().getUsageMessage().stripTrailing();
    }

    private CommandLine line() {
        CommandLine line = new CommandLine(this);
        line.getHelpSectionMap().remove(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, SimulatorArguments::groups);
        line.setExpandAtFiles(false).setOverwrittenOptionsAllowed(true).setUsageHelpWidth(110);
        line.registerConverter(Latency.class, Latency::parse)
                .registerConverter(Condition.class, Condition::parse)
                .registerConverter(Long.class, Long::valueOf)
                .registerConverter(Integer.class, FROM_ONE)
                .registerConverter(int.class, FROM_ONE)
                .registerConverter(PduAddress.class, PduAddress::of);
        registerNames(line, MessageIdFormat.class);
        registerNames(line, InboundTextAlphabet.class);
        registerNames(line, LongMessageFormat.class);
        return line;
    }

    private static <T extends Enum<T>> void registerNames(CommandLine line, Class<T> type) {
        line.registerConverter(type, text -> NamedValues.parse(type, text));
    }

    /** The options in groups. The groups of picocli would start again where a command line returns to one. */
    private static String groups(Help help) {
        StringBuilder text = new StringBuilder();
        for (CommandSpec group : help.commandSpec().mixins().values()) {
            Layout layout = help.createDefaultLayout(group.options(), List.of(), help.colorScheme());
            layout.addOptions(group.options(), help.createDefaultParamLabelRenderer());
            text.append(String.format(group.usageMessage().optionListHeading())).append(layout);
        }
        return text.toString();
    }
}
