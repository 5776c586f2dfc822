package org.caravansms.cli;

import org.caravansms.operator.DeadLetterArguments;
import org.caravansms.operator.ListLimit;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;

/** The commands for messages out of the flow. The gateway reads the words again: it trusts no program. */
@Command(subcommands = HelpCommand.class)
abstract class ListResendDrop extends CommandGroup {

    @Command(description = "shows the first of them, without texts and with a part of each number")
    int list(@Mixin ListLimit limit) {
        return ask();
    }

    @Command(description = "puts them back on the queue they came from: ID..., or --all [--reason TEXT]")
    int resend(@Mixin DeadLetterArguments which) {
        return ask();
    }

    @Command(description = "removes them for good: ID..., or --all [--reason TEXT]")
    int drop(@Mixin DeadLetterArguments which) {
        return ask();
    }

    private int ask() {
        return AskedGateway.ask(spec, spec.root().commandLine().getParseResult().originalArgs());
    }
}
