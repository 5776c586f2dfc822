package org.caravansms.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line of the simulator: its options in groups, each of which makes its part of {@link SimulatorOptions}. */
@Command(
        name = "simulator",
        separator = " ",
        sortOptions = false,
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
    @ArgGroup(exclusive = false, validate = false, order = 1)
    private ServiceOptions service = new ServiceOptions();

    @ArgGroup(exclusive = false, validate = false, order = 2, heading = "%nTLS:%n")
    private TlsOptions tls = new TlsOptions();

    @ArgGroup(exclusive = false, validate = false, order = 3, heading = "%nFaults:%n")
    private FaultOptions faults = new FaultOptions();

    @ArgGroup(
            exclusive = false,
            validate = false,
            order = 4,
            heading = "%nReceipts, for accepted submit_sm whose registered_delivery asks for one:%n")
    private ReceiptOptions receipts = new ReceiptOptions();

    @ArgGroup(exclusive = false, validate = false, order = 5, heading = "%nInbound messages:%n")
    private InboundOptions inbound = new InboundOptions();

    @Option(names = "--help", usageHelp = true, description = "print this and stop")
    private boolean help;

    /** The arguments that these words give. */
    static SimulatorArguments parse(List<String> words) {
        SimulatorArguments arguments = new SimulatorArguments();
        try {
            line(arguments).parseArgs(words.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new IllegalArgumentException(OptionFault.of(e), e);
        }
        arguments.tls.stores().check();
        arguments.inbound.check();
        return arguments;
    }

    /** The command, for programs of which it is one among others. */
    public static CommandLine line() {
        return line(new SimulatorArguments());
    }

    private static CommandLine line(SimulatorArguments arguments) {
        return new CommandLine(arguments)
                .setExpandAtFiles(false)
                .setOverwrittenOptionsAllowed(true)
                .setUsageHelpWidth(110)
                .registerConverter(Latency.class, Latency::parse)
                .registerConverter(Condition.class, Condition::parse)
                .registerConverter(AnswerRule.class, AnswerRule::parse)
                .registerConverter(StateRule.class, StateRule::parse)
                .registerConverter(ShapeRule.class, ShapeRule::parse)
                .registerConverter(IdForm.class, IdForm::parse)
                .registerConverter(Address.class, Address::of)
                .registerConverter(Alphabet.class, Alphabet::parse)
                .registerConverter(LongForm.class, LongForm::parse)
                .registerConverter(PartOrder.class, PartOrder::parse);
    }

    boolean help() {
        return help;
    }

    /** The file of the counts; null where there is none. */
    Path statsFile() {
        return service.statsFile();
    }

    Sending sending() {
        return new Sending(receipts.receipts(), receipts.deliveries(), inbound.traffic());
    }

    /** @throws IOException if a store of TLS cannot be read */
    SimulatorOptions options() throws IOException {
        return tls.stores().apply(service.options().withFaults(faults.faults()).with(sending()));
    }
}
