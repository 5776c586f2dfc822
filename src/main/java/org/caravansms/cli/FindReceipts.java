package org.caravansms.cli;

import org.caravansms.operator.ListLimit;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;

/** {@code caravan receipts}. */
@Command(
        name = "receipts",
        description = "the receipts that no message was found for: orphans",
        subcommands = HelpCommand.class)
final class FindReceipts extends CommandGroup {

    /** The mixin has a name of its own. */
    @Command(name = "orphans", description = "shows the first of them with their octets, number and text too")
    int orphans(@Mixin ListLimit limit) {
        return askGateway();
    }
}
