package org.caravansms.cli;

import org.caravansms.operator.DeadLetterArguments;
import org.caravansms.operator.DeadLetterFilters;
import org.caravansms.operator.ListLimit;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;

/** The commands for messages that wait for a person. */
@Command(subcommands = HelpCommand.class)
abstract class DeadLetterCommand extends CommandGroup {

    @Command(name = "dead", description = "the messages that could not be sent: list, resend, drop")
    static final class Dead extends DeadLetterCommand {}

    @Command(name = "doubt", description = "the messages that may have been sent, or not: list, resend, drop")
    static final class Doubt extends DeadLetterCommand {}

    @Command(name = "requests", description = "the requests of other programs that were refused: list, resend, drop")
    static final class Requests extends DeadLetterCommand {}

    @Command(name = "smpp-dead", description = "what no SMPP client took in time: list, resend, drop")
    static final class SmppDead extends DeadLetterCommand {}

    @Command(description = "shows the first of them, without texts and with a part of each number")
    int list(@Mixin ListLimit limit, @Mixin DeadLetterFilters which) {
        return askGateway();
    }

    @Command(description = "puts them back on the queue they came from: ID..., or --all [--reason TEXT]")
    int resend(@Mixin DeadLetterArguments which) {
        return askGateway();
    }

    @Command(description = "removes them for good: ID..., or --all [--reason TEXT]")
    int drop(@Mixin DeadLetterArguments which) {
        return askGateway();
    }
}
